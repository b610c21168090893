package io.leat.executor.source;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.Arrays;

/**
 * How far event time has come in each partition of a table, and so in the table.
 *
 * <p>The watermark of a partition is the largest watermark expression seen in it; that of the table is the least of its
 * partitions that are not idle, and never goes back. A partition that appears later, or wakes up, starts from the table's
 * watermark: what it brings from before that is late.
 *
 * <p>A partition is idle by the time since its last row alone, so that ticks in which nothing happens change nothing here.
 */
final class PartitionWatermarks implements Archivable {
    private long idleTimeoutMillis;
    private long[] seen = new long[0];
    private long[] activeAt = new long[0];
    private long watermark = Long.MIN_VALUE;
    private long askedAt = Long.MIN_VALUE;

    /**
     * Says after how long without a row a partition no longer holds the table back.
     *
     * @param timeoutMillis 0 for never
     */
    void idleAfter(long timeoutMillis) {
        idleTimeoutMillis = timeoutMillis;
    }

    /** Makes room for partitions that have been found. */
    void grow(int partitions, long now) {
        int before = seen.length;
        if (partitions <= before) {
            return;
        }
        seen = Arrays.copyOf(seen, partitions);
        activeAt = Arrays.copyOf(activeAt, partitions);
        Arrays.fill(seen, before, partitions, watermark);
        Arrays.fill(activeAt, before, partitions, now);
    }

    /** A row came: answers its partition's watermark before it. */
    long arrive(int partition, long now) {
        if (isIdle(partition, now)) {
            seen[partition] = Math.max(seen[partition], watermark);
        }
        activeAt[partition] = now;
        return seen[partition];
    }

    /** The row's watermark expression had this value. */
    void advance(int partition, long value) {
        if (value > seen[partition]) {
            seen[partition] = value;
        }
    }

    /** Says how far every partition has come, whatever was said before. */
    void reset(long value) {
        Arrays.fill(seen, value);
        watermark = value;
    }

    /** The table's watermark at this moment, {@code Long.MIN_VALUE} before the first. */
    long watermark(long now) {
        askedAt = now;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < seen.length; i++) {
            least = isIdle(i, now) ? least : Math.min(least, seen[i]);
        }
        if (least != Long.MAX_VALUE) {
            watermark = Math.max(watermark, least);
        }
        return watermark;
    }

    /** The table's watermark when it was last asked for. */
    long watermark() {
        return watermark;
    }

    /** The partition that holds the table's watermark back, or -1 if there is none. */
    int slowest() {
        int slowest = -1;
        for (int i = 0; i < seen.length; i++) {
            boolean slower = slowest < 0 || seen[i] < seen[slowest];
            slowest = !isIdle(i, askedAt) && slower ? i : slowest;
        }
        return slowest;
    }

    private boolean isIdle(int partition, long now) {
        return idleTimeoutMillis > 0 && now - activeAt[partition] >= idleTimeoutMillis;
    }

    @Override
    public void archive(StateArchive archive) {
        seen = archive.longs(seen);
        activeAt = archive.longs(activeAt);
        watermark = archive.number(watermark);
    }
}
