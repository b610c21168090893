package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.PartialAggregate;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
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

    // What was worth it lately: of use for speed only, and no part of any result.
    private int ticksToPass;

    /** The operator of a plan. */
    public PreAggregateOperator(PartialAggregate plan, OperatorContext context) {
        this.sums = new PartialAggregateOperator(plan, context);
        this.singles = new SingleRows(plan);
        this.whole = plan.keys().isEmpty();
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        ZSet change = inputs.get(0);
        long rows = change.rows();
        if (whole) {
            return sums.step(tick, inputs);
        }
        if (rows < ROWS_MIN || ticksToPass > 0) {
            ticksToPass = Math.max(0, ticksToPass - 1);
            return passed(change);
        }
        ZSet summed = sums.step(tick, inputs);
        if (summed.rows() * ROWS_A_GROUP > rows) {
            ticksToPass = TICKS_BETWEEN_TRIALS;
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
