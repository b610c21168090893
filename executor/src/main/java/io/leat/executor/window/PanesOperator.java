package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Panes;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.Tick;
import java.util.ArrayList;
import java.util.List;

/** Moves times to the starts of their panes, and arrivals to the last moment of a pane at or before them. */
public final class PanesOperator implements Operator {
    private final Panes plan;

    /** The operator of a plan. */
    public PanesOperator(Panes plan) {
        this.plan = plan;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        return new ZSet(inputs.get(0).chunks().stream().map(this::moved).toList());
    }

    private Chunk moved(Chunk chunk) {
        List<Column> columns = new ArrayList<>(chunk.columns());
        columns.set(plan.timeColumn(), starts((LongColumn) chunk.column(plan.timeColumn())));
        plan.arrivalColumn().ifPresent(column -> columns.set(column, arrivals((LongColumn) chunk.column(column))));
        return chunk.withColumns(columns);
    }

    private LongColumn starts(LongColumn times) {
        long[] starts = new long[times.size()];
        long start = 0;
        long end = 0;
        for (int i = 0; i < starts.length; i++) {
            long time = times.values()[i];
            if (time < start || time >= end) {
                start = floor(time);
                end = start + plan.sizeMillis();
            }
            starts[i] = start;
        }
        return new LongColumn(starts, times.validity(), starts.length);
    }

    private LongColumn arrivals(LongColumn arrivals) {
        long[] moved = new long[arrivals.size()];
        for (int i = 0; i < moved.length; i++) {
            long arrival = arrivals.values()[i];
            boolean bound = arrival != Long.MIN_VALUE && arrival != Long.MAX_VALUE;
            moved[i] = bound ? floor(arrival + 1) - 1 : arrival;
        }
        return new LongColumn(moved, arrivals.validity(), moved.length);
    }

    private long floor(long time) {
        return time - Math.floorMod(time - plan.offsetMillis(), plan.sizeMillis());
    }
}
