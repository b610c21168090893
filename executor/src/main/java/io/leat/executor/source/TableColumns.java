package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.connector.WatermarkDefinition;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes all columns of a table from the stored ones, and evaluates its watermark expression. */
final class TableColumns {
    private final List<Expression> expressions;
    private final List<Kernel> kernels;
    private final Optional<WatermarkDefinition> definition;
    private final Optional<Kernel> watermark;
    private List<Integer> computed;

    TableColumns(TableDefinition table) {
        expressions = expressions(table);
        kernels = KernelCompiler.compileAll(expressions);
        definition = table.watermark();
        watermark = definition.map(given -> KernelCompiler.compile(given.expression()));
        computed = IntStream.range(0, kernels.size()).boxed().toList();
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

    /** Computes only these columns from now on, and those of the watermark; answers the stored columns that takes. */
    Set<Integer> project(Set<Integer> read) {
        Set<Integer> all = new TreeSet<>(read);
        definition.ifPresent(given -> all.addAll(given.expression().columns()));
        computed = List.copyOf(all);
        Set<Integer> stored = new TreeSet<>();
        all.forEach(column -> stored.addAll(expressions.get(column).columns()));
        return stored;
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
        FallibleEvaluation.Values values = FallibleEvaluation.evaluate(
                computed.stream().map(kernels::get).toList(), stored, Selection.all(stored));
        Chunk all = stored.withColumns(spread(values.columns(), stored.size()));
        if (watermark.isEmpty()) {
            return new Computed(all, null, values.selection(), values.failures());
        }
        FallibleEvaluation.Values times =
                FallibleEvaluation.evaluate(List.of(watermark.get()), all, values.selection());
        List<RowFailure> failures = new ArrayList<>(values.failures());
        failures.addAll(times.failures());
        return new Computed(all, times.columns().get(0), times.selection(), failures);
    }

    private List<Column> spread(List<Column> values, int size) {
        if (values.size() == expressions.size()) {
            return values;
        }
        List<Column> all = new ArrayList<>(expressions.size());
        int next = 0;
        for (int i = 0; i < expressions.size(); i++) {
            boolean present = next < computed.size() && computed.get(next) == i;
            all.add(
                    present
                            ? values.get(next++)
                            : Column.absent(expressions.get(i).type(), size));
        }
        return all;
    }
}
