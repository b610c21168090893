package io.leat.executor.source;

import java.util.Arrays;

/**
 * How far event time has come in each partition of a table, and so in the table.
 *
 * <p>The watermark of a partition is the largest watermark expression seen in it; that of the table is the least of its
 * partitions that are not idle, and never goes back. A partition that appears later, or wakes up, starts from the table's
 * watermark: what it brings from before that is late.
 */
final class PartitionWatermarks {
    private final long idleTimeoutMillis;
    private long[] seen = new long[0];
    private long[] activeAt = new long[0];
    private boolean[] idle = new boolean[0];
    private long watermark = Long.MIN_VALUE;

    /**
     * Watermarks of no partition yet.
     *
     * @param idleTimeoutMillis after so long without a row a partition no longer holds the table back; 0 for never
     */
    PartitionWatermarks(long idleTimeoutMillis) {
        this.idleTimeoutMillis = idleTimeoutMillis;
    }

    /** Makes room for partitions that have been found. */
    void grow(int partitions, long now) {
        int before = seen.length;
        if (partitions <= before) {
            return;
        }
        seen = Arrays.copyOf(seen, partitions);
        activeAt = Arrays.copyOf(activeAt, partitions);
        idle = Arrays.copyOf(idle, partitions);
        Arrays.fill(seen, before, partitions, watermark);
        Arrays.fill(activeAt, before, partitions, now);
    }

    /** A row came: answers its partition's watermark before it. */
    long arrive(int partition, long now) {
        activeAt[partition] = now;
        if (idle[partition]) {
            idle[partition] = false;
            seen[partition] = Math.max(seen[partition], watermark);
        }
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
        long least = Long.MAX_VALUE;
        for (int i = 0; i < seen.length; i++) {
            idle[i] = idle[i] || isIdle(i, now);
            least = idle[i] ? least : Math.min(least, seen[i]);
        }
        if (least != Long.MAX_VALUE) {
            watermark = Math.max(watermark, least);
        }
        return watermark;
    }

    /** The partition that holds the table's watermark back, or -1 if there is none. */
    int slowest() {
        int slowest = -1;
        for (int i = 0; i < seen.length; i++) {
            boolean slower = slowest < 0 || seen[i] < seen[slowest];
            slowest = !idle[i] && slower ? i : slowest;
        }
        return slowest;
    }

    private boolean isIdle(int partition, long now) {
        return idleTimeoutMillis > 0 && now - activeAt[partition] >= idleTimeoutMillis;
    }
}
