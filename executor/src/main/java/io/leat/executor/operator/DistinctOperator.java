package io.leat.executor.operator;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Distinct;
import io.leat.executor.state.WeightedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gives each row once: it appears when its weight rises above 0 and disappears when that falls to 0 again. */
public final class DistinctOperator implements Operator {
    private final WeightedRows rows;

    /** The operator of a plan. */
    public DistinctOperator(Distinct plan, OperatorContext context) {
        this.rows = context.open("rows", WeightedRows.kind(plan.schema().types(), plan.closing()));
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        List<Chunk> changes = new ArrayList<>();
        for (Chunk chunk : inputs.get(0).chunks()) {
            changes.add(changesOf(chunk));
        }
        rows.free(tick.watermark());
        return ZSet.of(changes);
    }

    private Chunk changesOf(Chunk chunk) {
        int[] changed = new int[chunk.size()];
        long[] weights = new long[chunk.size()];
        int count = 0;
        long[] before = rows.add(chunk);
        for (int row = 0; row < chunk.size(); row++) {
            boolean there = before[row] + chunk.weight(row) > 0;
            if (there != before[row] > 0) {
                changed[count] = row;
                weights[count++] = there ? 1 : -1;
            }
        }
        Chunk gathered = chunk.gather(changed, count);
        return new Chunk(count, gathered.columns(), Arrays.copyOf(weights, count));
    }
}
