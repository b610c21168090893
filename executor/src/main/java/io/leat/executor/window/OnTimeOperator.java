package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.OnTime;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.operator.Tick;
import java.util.ArrayList;
import java.util.List;

/** Lets the rows pass that were not late when they came, and counts the others. */
public final class OnTimeOperator implements Operator {
    private final OnTime plan;
    private final OperatorContext context;

    /** The operator of a plan. */
    public OnTimeOperator(OnTime plan, OperatorContext context) {
        this.plan = plan;
        this.context = context;
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        List<Chunk> passed = new ArrayList<>();
        long late = 0;
        for (Chunk chunk : inputs.get(0).chunks()) {
            int[] rows = new int[chunk.size()];
            int count = onTime(chunk, rows);
            passed.add(count == chunk.size() ? chunk : chunk.gather(rows, count));
            late += count == chunk.size() ? 0 : lateRows(chunk);
        }
        if (late > 0) {
            context.lateRows().dropped(plan.lateness().table(), late);
        }
        return ZSet.of(passed);
    }

    private int onTime(Chunk chunk, int[] rows) {
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            rows[count] = row;
            count += isLate(chunk, row) ? 0 : 1;
        }
        return count;
    }

    private long lateRows(Chunk chunk) {
        long late = 0;
        for (int row = 0; row < chunk.size(); row++) {
            late += isLate(chunk, row) && chunk.weight(row) > 0 ? 1 : 0;
        }
        return late;
    }

    private boolean isLate(Chunk chunk, int row) {
        LongColumn times = (LongColumn) chunk.column(plan.timeColumn());
        LongColumn arrivals = (LongColumn) chunk.column(plan.lateness().arrivalColumn());
        return !times.isNull(row) && times.values()[row] + plan.allowanceMillis() < arrivals.values()[row];
    }
}
