package io.leat.executor.operator;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds the time of the tick to each row: what the clock says, but always after the watermark, though the clock go back. */
public final class ProcessingTimeOperator implements Operator {

    @Override
    public ZSet step(Tick tick, List<ZSet> inputs) {
        boolean ended = tick.watermark() == Long.MAX_VALUE;
        long millis = ended ? tick.clockMillis() : Math.max(tick.clockMillis(), tick.watermark() + 1);
        return new ZSet(inputs.get(0).chunks().stream()
                .map(chunk -> stamped(chunk, millis))
                .toList());
    }

    private static Chunk stamped(Chunk chunk, long millis) {
        long[] times = new long[chunk.size()];
        Arrays.fill(times, millis);
        List<Column> columns = new ArrayList<>(chunk.columns());
        columns.add(new LongColumn(times, null, chunk.size()));
        return chunk.withColumns(columns);
    }
}
