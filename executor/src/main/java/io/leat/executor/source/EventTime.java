package io.leat.executor.source;

import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import java.util.Arrays;

/** Follows a table's event time row by row, and says of each row what its partition's watermark was when it came. */
final class EventTime {
    private final PartitionWatermarks watermarks;

    EventTime(PartitionWatermarks watermarks) {
        this.watermarks = watermarks;
    }

    /**
     * The watermark expression's values of some rows of one partition that came after one another.
     *
     * @param count how many rows
     * @param before the greatest value before each of them, so that what is left to do in order is little; null where nobody
     *     reads arrivals
     * @param greatest the greatest of all values, {@code Long.MIN_VALUE} without any
     * @param partition where the rows came from
     */
    record Times(int count, long[] before, long greatest, int partition) {

        /** Prepares rows; needs nothing of what came before them. */
        static Times of(LongColumn values, int partition, boolean arrivalsRead) {
            return arrivalsRead
                    ? withGreatestBefore(values, partition)
                    : new Times(values.size(), null, greatest(values), partition);
        }

        private static long greatest(LongColumn values) {
            long greatest = Long.MIN_VALUE;
            for (int row = 0; row < values.size(); row++) {
                greatest =
                        Validity.isValid(values.validity(), row) ? Math.max(greatest, values.values()[row]) : greatest;
            }
            return greatest;
        }

        private static Times withGreatestBefore(LongColumn values, int partition) {
            long[] before = new long[values.size()];
            long greatest = Long.MIN_VALUE;
            for (int row = 0; row < before.length; row++) {
                before[row] = greatest;
                if (!values.isNull(row)) {
                    greatest = Math.max(greatest, values.values()[row]);
                }
            }
            return new Times(before.length, before, greatest, partition);
        }
    }

    /** Follows rows that come now, whose arrivals nobody reads. */
    void follow(Times times, long now) {
        if (times.count > 0) {
            watermarks.arrive(times.partition, now);
            watermarks.advance(times.partition, times.greatest);
        }
    }

    /** The arrival column of rows that come now. */
    LongColumn arrivals(Times times, long now) {
        long[] arrivals = times.before;
        if (times.count > 0) {
            long seen = watermarks.arrive(times.partition, now);
            int later = 0;
            while (later < times.count && arrivals[later] < seen) {
                later++;
            }
            Arrays.fill(arrivals, 0, later, seen);
            watermarks.advance(times.partition, times.greatest);
        }
        return new LongColumn(arrivals, null, times.count);
    }
}
