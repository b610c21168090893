package io.leat.executor.operator;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.executor.kernel.FallibleEvaluation;
import io.leat.executor.kernel.Kernel;
import io.leat.executor.kernel.RowFailure;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.List;

/** Computes each row's expressions. */
public final class ProjectOperator implements Operator {
    private final List<Kernel> kernels;
    private final OperatorContext context;

    /** A projection to compiled expressions. */
    public ProjectOperator(List<Kernel> kernels, OperatorContext context) {
        this.kernels = List.copyOf(kernels);
        this.context = context;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        List<Chunk> projected = new ArrayList<>();
        for (Chunk chunk : inputs.get(0).chunks()) {
            FallibleEvaluation.Values values = FallibleEvaluation.evaluate(kernels, chunk, Selection.all(chunk));
            for (RowFailure failure : values.failures()) {
                context.errors().failed(failure.error(), failed(chunk, failure.row()));
            }
            projected.add(values.chunk(chunk));
        }
        return ZSet.of(projected);
    }

    private FailedRow failed(Chunk chunk, int row) {
        return new FailedRow(FallibleEvaluation.firstFailing(kernels, chunk, row), chunk, row, chunk.weight(row));
    }
}
