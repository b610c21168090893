package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.EmitFinal;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.TimeBuckets;
import io.leat.executor.state.WeightedRows;
import java.util.List;
import java.util.Optional;

/**
 * EMIT FINAL: holds rows until they are closed, then lets them go once and forgets them. A change to a row that has left
 * is dropped and counted. Rows without a time leave at the end of all input, and so does everything that is still held.
 */
public final class EmitFinalOperator implements Operator {
    private final EmitFinal plan;
    private final int chunkRows;
    private final WeightedRows open;
    private final Watermark closed;
    private final LongValues dropped;

    /** The operator of a plan. */
    public EmitFinalOperator(EmitFinal plan, OperatorContext context) {
        this.plan = plan;
        this.chunkRows = context.chunkRows();
        this.open = context.open("open", WeightedRows.kind(plan.schema().types(), Optional.of(plan.closing())));
        this.closed = new Watermark(context);
        this.dropped = context.open("dropped", LongValues.kind());
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        inputs.get(0).chunks().forEach(this::hold);
        closed.set(tick.watermark());
        return open.takeClosed(tick.watermark(), chunkRows);
    }

    private void hold(Chunk chunk) {
        long watermark = closed.get();
        Column times = chunk.column(plan.closing().column());
        int[] held = new int[chunk.size()];
        int count = 0;
        for (int i = 0; i < chunk.size(); i++) {
            boolean late =
                    watermark != Long.MIN_VALUE && plan.closing().isClosed(TimeBuckets.timeIn(times, i), watermark);
            held[count] = i;
            count += late ? 0 : 1;
        }
        dropped.add(0, chunk.size() - count);
        open.add(count == chunk.size() ? chunk : chunk.gather(held, count));
    }

    /** How many changes came to rows that had left. */
    public long droppedChanges() {
        return dropped.get(0);
    }
}
