package io.leat.executor.state;

import java.util.Arrays;

/** Gives out small numbers, always the least that is free, so that arrays by number stay short. */
public final class EntryNumbers implements Archivable {
    private static final int NONE = -1;

    private long[] live = new long[1];
    private int limit;
    private int count;
    /** All numbers below are taken. */
    private int lowest;

    /** Takes the least free number. */
    public int take() {
        int number = count == limit ? limit : lowestFree();
        if (number == limit) {
            limit++;
        }
        if (number >> 6 >= live.length) {
            live = Arrays.copyOf(live, live.length * 2);
        }
        live[number >> 6] |= 1L << number;
        lowest = number + 1;
        count++;
        return number;
    }

    private int lowestFree() {
        int word = lowest >> 6;
        long free = ~live[word] & -1L << lowest;
        while (free == 0) {
            free = ~live[++word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(free);
    }

    /** Gives a number back. */
    public void free(int number) {
        live[number >> 6] &= ~(1L << number);
        count--;
        while (limit > 0 && !isLive(limit - 1)) {
            limit--;
        }
        lowest = Math.min(Math.min(lowest, number), limit);
        if (live.length > 16 && limit >> 6 < live.length / 8) {
            live = Arrays.copyOf(live, Math.max(16, (limit >> 6) * 2));
        }
    }

    /** Whether a number is taken. */
    boolean isLive(int number) {
        return number >> 6 < live.length && (live[number >> 6] & 1L << number) != 0;
    }

    /** The least taken number that is not below the given one, or -1. */
    public int next(int from) {
        if (from >= limit) {
            return NONE;
        }
        int word = from >> 6;
        long taken = live[word] & -1L << from;
        while (taken == 0) {
            taken = live[++word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(taken);
    }

    /** One more than the greatest number taken. */
    public int limit() {
        return limit;
    }

    /** How many numbers are taken. */
    public int count() {
        return count;
    }

    @Override
    public void archive(StateArchive archive) {
        live = archive.longs(live);
        limit = archive.number(limit);
        count = archive.number(count);
        lowest = archive.number(lowest);
    }

    /** Bytes that it takes on the heap, nearly. */
    public long bytes() {
        return (long) live.length * Long.BYTES;
    }
}
