package io.leat.tests.oracle;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Scan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A stream of random rows out of some partitions, with the rules of watermarks: a row's arrival is the watermark of its own
 * partition before it; the table's watermark is the least of the partitions that are not silent, and never goes back; a
 * partition that was silent starts again from there.
 */
final class TimedPartitions {
    static final Schema SCHEMA = Schema.of(
            new Field("id", DataType.BIGINT),
            new Field("k", DataType.BIGINT),
            new Field("ends", DataType.TIMESTAMP),
            new Field("ts", DataType.TIMESTAMP));
    static final Schema SCHEMA_WITH_ARRIVAL = SCHEMA.concat(Schema.of(Scan.ARRIVAL));

    private static final int PARTITIONS = 3;
    private static final int KEYS = 3;
    private static final long DELAY_MILLIS = 3_000;
    private static final int DISORDER_MILLIS = 4_000;
    private static final int CHUNK_ROWS = 4;

    private final Random random;
    private final long[] seen = new long[PARTITIONS];
    private final boolean[] silent = new boolean[PARTITIONS];
    private final List<List<Object>> onTime = new ArrayList<>();
    private long watermark = Long.MIN_VALUE;
    private long now = 1_000_000;
    private long rows;

    TimedPartitions(Random random) {
        this.random = random;
        java.util.Arrays.fill(seen, Long.MIN_VALUE);
    }

    /** The next tick's rows, late ones among them, with their arrivals. */
    ZSet next() {
        int changed = random.nextInt(PARTITIONS * 4);
        if (changed < PARTITIONS) {
            silent[changed] = !silent[changed];
        }
        now += random.nextInt(1_500);
        Bag bag = new Bag();
        for (int i = random.nextInt(4); i > 0; i--) {
            int partition = random.nextInt(PARTITIONS);
            if (!silent[partition]) {
                bag.add(row(partition), 1);
            }
        }
        return bag.toZSet(SCHEMA_WITH_ARRIVAL, CHUNK_ROWS);
    }

    private List<Object> row(int partition) {
        long arrival = seen[partition] = Math.max(seen[partition], watermark);
        long time = now - random.nextInt(DISORDER_MILLIS);
        boolean timeless = random.nextInt(20) == 0;
        if (!timeless) {
            seen[partition] = Math.max(arrival, time - DELAY_MILLIS);
        }
        Object ends = random.nextInt(20) == 0 ? null : time(time + random.nextInt(8_000));
        Object key = random.nextInt(15) == 0 ? null : (Object) (long) random.nextInt(KEYS);
        List<Object> row = Bag.row(rows++, key, ends, timeless ? null : time(time), arrival);
        if (timeless || time >= arrival) {
            onTime.add(row);
        }
        return row;
    }

    private static LocalDateTime time(long millis) {
        return LocalDateTime.ofEpochSecond(millis / 1_000, (int) (millis % 1_000) * 1_000_000, ZoneOffset.UTC);
    }

    /** How far event time has come. */
    long watermark() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < PARTITIONS; i++) {
            least = silent[i] ? least : Math.min(least, seen[i]);
        }
        watermark = least == Long.MAX_VALUE ? watermark : Math.max(watermark, least);
        return watermark;
    }

    /** The rows so far that were not late. */
    Bag onTime(Scan scan) {
        Bag bag = new Bag();
        for (List<Object> row : onTime) {
            bag.add(Bag.row(scan.columns().stream().map(row::get).toArray()), 1);
        }
        return bag;
    }
}
