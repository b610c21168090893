package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.PartialAggregate;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import io.leat.executor.state.IntValues;
import java.util.ArrayList;
import java.util.List;

/**
 * A partial aggregate before the way to other shards, where it is worth it: as long as the rows of a tick have far fewer
 * groups than there are rows. Otherwise rows pass one by one, and now and then it looks again.
 */
public final class PreAggregateOperator implements Operator {
    private static final int ROWS_MIN = 64;
    private static final int ROWS_A_GROUP = 16;
    private static final int TICKS_BETWEEN_TRIALS = 128;

    private final PartialAggregateOperator sums;
    private final SingleRows singles;
    private final boolean whole;

    /** For how many ticks rows pass one by one: not worth it lately. */
    private final IntValues ticksToPass;

    /** The operator of a plan. */
    public PreAggregateOperator(PartialAggregate plan, OperatorContext context) {
        this.sums = new PartialAggregateOperator(plan, context);
        this.singles = new SingleRows(plan);
        this.whole = plan.keys().isEmpty();
        this.ticksToPass = context.open("ticks to pass", IntValues.kind());
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        ZSet change = inputs.get(0);
        long rows = change.rows();
        if (whole) {
            return sums.step(tick, inputs);
        }
        if (rows < ROWS_MIN || ticksToPass.get(0) > 0) {
            ticksToPass.set(0, Math.max(0, ticksToPass.get(0) - 1));
            return passed(change);
        }
        ZSet summed = sums.step(tick, inputs);
        if (summed.rows() * ROWS_A_GROUP > rows) {
            ticksToPass.set(0, TICKS_BETWEEN_TRIALS);
        }
        return summed;
    }

    private ZSet passed(ZSet change) {
        if (change.isEmpty()) {
            return change;
        }
        List<Chunk> chunks = new ArrayList<>(change.chunks().size());
        for (Chunk chunk : change.chunks()) {
            chunks.add(singles.of(chunk));
        }
        return ZSet.of(chunks);
    }
}
