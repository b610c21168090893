package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.plan.Closing;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Numbers (of keys, rows or groups) by a time, so that those up to a bound are found at the price of those found. */
public final class TimeBuckets implements State {
    /** The time of a number that has none: it comes last. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int SMALLEST = 16;

    /** What comes before a number that is not here. */
    private static final int ABSENT = 0;
    /** What comes before the first number of a time. */
    private static final int FIRST = -1;

    // Links hold numbers plus 1, so that 0 means none.
    private final PagedLongs times = new PagedLongs();
    private final PagedInts next = new PagedInts();
    private final PagedInts previous = new PagedInts();
    /** The first number of each time; follows from the links. */
    private final TimeTable firsts = new TimeTable();

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
        int slot = firsts.slot(time);
        int first = firsts.link(slot);
        times.set(number, time);
        next.set(number, first);
        previous.set(number, FIRST);
        if (first != 0) {
            previous.set(first - 1, number + 1);
        }
        firsts.setLink(slot, number + 1);
        size++;
    }

    /** Removes a number, which must be here. */
    public void remove(int number) {
        int after = next.get(number);
        int before = previous.get(number);
        if (after != 0) {
            previous.set(after - 1, before);
        }
        if (before == FIRST) {
            firsts.setLink(firsts.slot(times.get(number)), after);
        } else {
            next.set(before - 1, after);
        }
        previous.set(number, ABSENT);
        size--;
    }

    /** The time of a number that is here. */
    public long time(int number) {
        return times.get(number);
    }

    /** Called with numbers that are closed. */
    @FunctionalInterface
    public interface ClosedNumbers {

        /** Takes the first so many of them, earliest times first. */
        void accept(int[] numbers, int count);
    }

    /** Removes numbers that are closed at a watermark, at most so many, and hands them to the consumer together. */
    public void closeTogether(Closing closing, long watermark, int most, ClosedNumbers closed) {
        int[] numbers = new int[0];
        int count = 0;
        while (count < most && isAnyClosed(closing, watermark)) {
            long time = firsts.least();
            int link = firsts.poll();
            while (link != 0 && count < most) {
                if (count == numbers.length) {
                    numbers = Arrays.copyOf(numbers, Math.max(SMALLEST, count * 2));
                }
                numbers[count++] = link - 1;
                previous.set(link - 1, ABSENT);
                link = next.get(link - 1);
            }
            if (link != 0) {
                previous.set(link - 1, FIRST);
                firsts.setLink(firsts.slot(time), link);
            }
        }
        size -= count;
        if (count > 0) {
            closed.accept(numbers, count);
        }
    }

    private boolean isAnyClosed(Closing closing, long watermark) {
        return watermark != Long.MIN_VALUE && !firsts.isEmpty() && closing.isClosed(firsts.least(), watermark);
    }

    /** Removes all numbers that are closed at a watermark and hands each to the consumer, earliest times first. */
    public void close(Closing closing, long watermark, IntConsumer closed) {
        while (isAnyClosed(closing, watermark)) {
            int link = firsts.poll();
            while (link != 0) {
                int after = next.get(link - 1);
                previous.set(link - 1, ABSENT);
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
        firsts.trim();
    }

    @Override
    public void archive(StateArchive archive) {
        times.archive(archive);
        next.archive(archive);
        previous.archive(archive);
        size = archive.number(size);
        if (archive.isRestoring()) {
            findFirsts();
        }
    }

    private void findFirsts() {
        firsts.clear();
        for (int number = 0; number < previous.capacity(); number++) {
            if (previous.get(number) == FIRST) {
                firsts.setLink(firsts.slot(times.get(number)), number + 1);
            }
        }
    }

    @Override
    public long rows() {
        return size;
    }

    @Override
    public long bytes() {
        return firsts.bytes() + times.bytes() + next.bytes() + previous.bytes();
    }
}
