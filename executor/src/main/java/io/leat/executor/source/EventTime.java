package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.executor.kernel.Selection;
import java.util.ArrayList;
import java.util.List;

/** Follows a table's event time row by row, and adds to each row what its partition's watermark was when it came. */
final class EventTime {
    private final PartitionWatermarks watermarks;

    EventTime(long idleTimeoutMillis) {
        watermarks = new PartitionWatermarks(idleTimeoutMillis);
    }

    PartitionWatermarks watermarks() {
        return watermarks;
    }

    /** The selected rows, in order, with the arrival column added. */
    Chunk stamp(Chunk all, Column times, Selection selection, int[] partitions, long now) {
        LongColumn values = (LongColumn) times;
        long[] arrivals = new long[all.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            arrivals[row] = watermarks.arrive(partitions[row], now);
            if (!values.isNull(row)) {
                watermarks.advance(partitions[row], values.values()[row]);
            }
        }
        List<Column> columns = new ArrayList<>(all.columns());
        columns.add(new LongColumn(arrivals, null, all.size()));
        return selection.of(all.withColumns(columns));
    }
}
