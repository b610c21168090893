package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.plan.Closing;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** Numbers (of keys, rows or groups) by a time, so that those up to a bound are found at the price of those found. */
public final class TimeBuckets implements State {
    /** The time of a number that has none: it comes last. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long BYTES_PER_BUCKET = 96;
    private static final int RECENT_BITS = 6;
    private static final int RECENT = 1 << RECENT_BITS;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** The link to the first number of one time; changed in place so that adding boxes nothing but the time. */
    private static final class Bucket {
        private final long time;
        private int first;

        Bucket(long time) {
            this.time = time;
        }
    }

    // Links hold numbers plus 1, so that 0 means none.
    private final TreeMap<Long, Bucket> buckets = new TreeMap<>();
    /** Buckets that were used lately, by their times: rows that come together mostly have few different ones. */
    private final Bucket[] recent = new Bucket[RECENT];

    private final LongValues times = new LongValues();
    private final IntValues next = new IntValues();
    private final IntValues previous = new IntValues();
    private long size;

    /** How to open it from a store. */
    public static StateKind<TimeBuckets> kind() {
        return new StateKind<>("time buckets", TimeBuckets::new);
    }

    /** The time that a column has in a row; {@link #NEVER} for NULL. */
    public static long timeIn(Column column, int row) {
        return column.isNull(row) ? NEVER : ((LongColumn) column).values()[row];
    }

    /** Adds a number, which must not be here yet, under a time. */
    public void add(int number, long time) {
        Bucket bucket = bucket(time);
        times.set(number, time);
        next.set(number, bucket.first);
        previous.set(number, 0);
        if (bucket.first != 0) {
            previous.set(bucket.first - 1, number + 1);
        }
        bucket.first = number + 1;
        size++;
    }

    private Bucket bucket(long time) {
        int place = place(time);
        Bucket bucket = recent[place];
        if (bucket == null || bucket.time != time) {
            bucket = buckets.computeIfAbsent(time, Bucket::new);
            recent[place] = bucket;
        }
        return bucket;
    }

    private static int place(long time) {
        return (int) (time * MIX >>> Long.SIZE - RECENT_BITS);
    }

    private void forgetRecent(long time) {
        Bucket bucket = recent[place(time)];
        if (bucket != null && bucket.time == time) {
            recent[place(time)] = null;
        }
    }

    /** Removes a number, which must be here. */
    public void remove(int number) {
        int after = next.get(number);
        int before = previous.get(number);
        if (after != 0) {
            previous.set(after - 1, before);
        }
        if (before != 0) {
            next.set(before - 1, after);
        } else {
            setFirst(times.get(number), after);
        }
        size--;
    }

    private void setFirst(long time, int link) {
        if (link == 0) {
            buckets.remove(time);
            forgetRecent(time);
        } else {
            bucket(time).first = link;
        }
    }

    /** The time of a number that is here. */
    public long time(int number) {
        return times.get(number);
    }

    /** Removes all numbers that are closed at a watermark and hands each to the consumer, earliest times first. */
    public void close(Closing closing, long watermark, IntConsumer closed) {
        while (watermark != Long.MIN_VALUE && !buckets.isEmpty() && closing.isClosed(buckets.firstKey(), watermark)) {
            Bucket bucket = buckets.pollFirstEntry().getValue();
            forgetRecent(bucket.time);
            int link = bucket.first;
            while (link != 0) {
                int after = next.get(link - 1);
                size--;
                closed.accept(link - 1);
                link = after;
            }
        }
    }

    /** Gives memory back when all numbers in use are below the limit. */
    public void trim(int limit) {
        times.trim(limit);
        next.trim(limit);
        previous.trim(limit);
    }

    @Override
    public long rows() {
        return size;
    }

    @Override
    public long bytes() {
        return buckets.size() * BYTES_PER_BUCKET + times.bytes() + next.bytes() + previous.bytes();
    }
}
