package io.leat.executor.source;

import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import java.util.Arrays;

/** Follows a table's event time row by row, and says of each row what its partition's watermark was when it came. */
final class EventTime {
    private final PartitionWatermarks watermarks;

    EventTime(long idleTimeoutMillis) {
        watermarks = new PartitionWatermarks(idleTimeoutMillis);
    }

    PartitionWatermarks watermarks() {
        return watermarks;
    }

    /**
     * The watermark expression's values of some rows that came after one another.
     *
     * @param before for rows of one partition, the greatest value before each of them, so that what is left to do in order
     *     is little; for others, and where nobody reads arrivals, null
     * @param greatest the greatest of all values of one partition, {@code Long.MIN_VALUE} without any
     * @param origin where the rows came from
     */
    record Times(LongColumn values, long[] before, long greatest, Origin origin) {

        /** Prepares rows; needs nothing of what came before them. */
        static Times of(LongColumn values, Origin origin, boolean arrivalsRead) {
            if (origin.isMixed()) {
                return new Times(values, null, Long.MIN_VALUE, origin);
            }
            return arrivalsRead
                    ? withGreatestBefore(values, origin)
                    : new Times(values, null, greatest(values), origin);
        }

        private static long greatest(LongColumn values) {
            long greatest = Long.MIN_VALUE;
            for (int row = 0; row < values.size(); row++) {
                greatest =
                        Validity.isValid(values.validity(), row) ? Math.max(greatest, values.values()[row]) : greatest;
            }
            return greatest;
        }

        private static Times withGreatestBefore(LongColumn values, Origin origin) {
            long[] before = new long[values.size()];
            long greatest = Long.MIN_VALUE;
            for (int row = 0; row < before.length; row++) {
                before[row] = greatest;
                if (!values.isNull(row)) {
                    greatest = Math.max(greatest, values.values()[row]);
                }
            }
            return new Times(values, before, greatest, origin);
        }
    }

    /** Follows rows that come now, whose arrivals nobody reads. */
    void follow(Times times, long now) {
        if (times.origin.isMixed()) {
            mixed(times, now);
        } else if (times.values.size() > 0) {
            int partition = times.origin.partition(0);
            watermarks.arrive(partition, now);
            watermarks.advance(partition, times.greatest);
        }
    }

    /** The arrival column of rows that come now. */
    LongColumn arrivals(Times times, long now) {
        int size = times.values.size();
        long[] arrivals = times.before == null ? mixed(times, now) : ofOnePartition(times, now);
        return new LongColumn(arrivals, null, size);
    }

    private long[] ofOnePartition(Times times, long now) {
        long[] arrivals = times.before;
        if (arrivals.length == 0) {
            return arrivals;
        }
        int partition = times.origin.partition(0);
        long seen = watermarks.arrive(partition, now);
        int later = 0;
        while (later < arrivals.length && arrivals[later] < seen) {
            later++;
        }
        Arrays.fill(arrivals, 0, later, seen);
        watermarks.advance(partition, times.greatest);
        return arrivals;
    }

    private long[] mixed(Times times, long now) {
        LongColumn values = times.values;
        long[] arrivals = new long[values.size()];
        for (int row = 0; row < arrivals.length; row++) {
            int partition = times.origin.partition(row);
            arrivals[row] = watermarks.arrive(partition, now);
            if (!values.isNull(row)) {
                watermarks.advance(partition, values.values()[row]);
            }
        }
        return arrivals;
    }
}
