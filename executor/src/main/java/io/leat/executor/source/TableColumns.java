package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.Kernel;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.kernel.RowFailure;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes all columns of a table from the stored ones, and evaluates its watermark expression. */
final class TableColumns {
    private final List<Kernel> columns;
    private final Optional<Kernel> watermark;

    TableColumns(TableDefinition table) {
        columns = KernelCompiler.compileAll(expressions(table));
        watermark = table.watermark().map(definition -> KernelCompiler.compile(definition.expression()));
    }

    private static List<Expression> expressions(TableDefinition table) {
        List<Expression> expressions = new ArrayList<>();
        int stored = 0;
        for (ColumnDefinition column : table.columns()) {
            expressions.add(
                    column.isStored()
                            ? new ColumnReference(stored++, column.type())
                            : column.expression().orElseThrow());
        }
        return expressions;
    }

    /**
     * Stored rows with all columns, and the watermark expression of each.
     *
     * @param all the table's columns for the selected rows of the stored chunk, at their positions there
     * @param times the watermark expression's values at the same positions; null without a watermark
     * @param selection the rows that could be computed
     * @param failures the others
     */
    record Computed(Chunk all, Column times, Selection selection, List<RowFailure> failures) {}

    Computed compute(Chunk stored) {
        FallibleEvaluation.Values values = FallibleEvaluation.evaluate(columns, stored, Selection.all(stored));
        Chunk all = stored.withColumns(values.columns());
        if (watermark.isEmpty()) {
            return new Computed(all, null, values.selection(), values.failures());
        }
        FallibleEvaluation.Values times =
                FallibleEvaluation.evaluate(List.of(watermark.get()), all, values.selection());
        List<RowFailure> failures = new ArrayList<>(values.failures());
        failures.addAll(times.failures());
        return new Computed(all, times.columns().get(0), times.selection(), failures);
    }
}
