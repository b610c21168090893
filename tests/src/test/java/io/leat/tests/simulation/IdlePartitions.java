package io.leat.tests.simulation;

import io.leat.core.connector.Position;
import io.leat.executor.oracle.Bag;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table whose silent partitions no longer hold its watermark back: which rows are late depends on when they came, so all that
 * can be said of it is that each row is in its window or late, and that a window that was delivered is never another.
 */
final class IdlePartitions {
    /** The table; its topic has the same name. */
    static final String TABLE = "i";

    /** The views over windows and late rows. */
    static final String WINDOWS = "xw";

    static final String LATE = "xl";
    /** The job that delivers closed windows, and its topic. */
    static final String JOB = "kw";

    static final String SINK = "si";

    private static final long WINDOW_MILLIS = 5_000;

    private IdlePartitions() {}

    /** What is wrong with what the views contain; empty if nothing is. */
    static String wrong(Broker broker, Position read, Bag windows, Bag late) {
        Map<Long, Long> all = new TreeMap<>();
        Map<Long, Long> sums = new TreeMap<>();
        for (Partition partition : broker.topic(TABLE)) {
            for (Entry entry : partition.committed(read.offset(partition.name()))) {
                if (!entry.isBad() && entry.values().get(2) != null) {
                    add(all, sums, start((LocalDateTime) entry.values().get(2)), 1, (Integer)
                            entry.values().get(1));
                }
            }
        }
        windows.rows()
                .forEach((row, weight) -> add(
                        all,
                        sums,
                        millis((LocalDateTime) row.get(0)),
                        -weight * (Long) row.get(1),
                        -((Number) row.get(2)).intValue()));
        late.rows()
                .forEach((row, weight) -> add(
                        all, sums, start((LocalDateTime) row.get(2)), -weight, (int) -weight * (Integer) row.get(1)));
        all.values().removeIf(count -> count == 0);
        sums.values().removeIf(sum -> sum == 0);
        return all.isEmpty() && sums.isEmpty()
                ? ""
                : "windows " + windows + " and late rows " + late + " lack " + all + " rows, " + sums + " in sum";
    }

    private static void add(Map<Long, Long> all, Map<Long, Long> sums, long start, long count, int value) {
        all.merge(start, count, Long::sum);
        sums.merge(start, (long) value, Long::sum);
    }

    private static long start(LocalDateTime time) {
        return Math.floorDiv(millis(time), WINDOW_MILLIS) * WINDOW_MILLIS;
    }

    private static long millis(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    /** Which of the windows that were delivered the view has not, or has otherwise. */
    static Bag unknown(Bag delivered, Bag windows) {
        Bag unknown = new Bag();
        delivered.rows().forEach((row, weight) -> {
            if (weight != 1 || windows.rows().getOrDefault(row, 0L) != 1) {
                unknown.add(row, weight);
            }
        });
        return unknown;
    }
}
