package io.leat.executor.operator;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.Predicate;
import io.leat.executor.kernel.RowFailure;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.List;

/** Lets the rows pass for which a condition is true. */
public final class FilterOperator implements Operator {
    private final Predicate predicate;
    private final OperatorContext context;

    /** A filter by a compiled condition. */
    public FilterOperator(Predicate predicate, OperatorContext context) {
        this.predicate = predicate;
        this.context = context;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        List<Chunk> passed = new ArrayList<>();
        for (Chunk chunk : inputs.get(0).chunks()) {
            FallibleEvaluation.Passed rows = FallibleEvaluation.filter(predicate, chunk, Selection.all(chunk));
            for (RowFailure failure : rows.failures()) {
                context.errors()
                        .failed(failure.error(), new FailedRow(0, chunk, failure.row(), chunk.weight(failure.row())));
            }
            passed.add(rows.selection().of(chunk));
        }
        return ZSet.of(passed);
    }
}
