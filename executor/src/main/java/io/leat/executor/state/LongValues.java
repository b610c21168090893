package io.leat.executor.state;

import java.util.Arrays;

/** One {@code long} a number (of a key, row or group), 0 as long as none was set. */
public final class LongValues implements State {
    private static final int SMALLEST = 16;

    private long[] values = new long[SMALLEST];

    /** How to open it from a store. */
    public static StateKind<LongValues> kind() {
        return new StateKind<>("longs", LongValues::new);
    }

    /** The value of a number. */
    public long get(int number) {
        return number < values.length ? values[number] : 0;
    }

    /** Sets the value of a number. */
    public void set(int number, long value) {
        if (value != 0 || number < values.length) {
            array(number + 1)[number] = value;
        }
    }

    /** Adds to the value of a number and returns the sum. */
    public long add(int number, long change) {
        return array(number + 1)[number] += change;
    }

    /** Copies the values of the numbers that stand at some places of an array, one after the other. */
    public void gather(int[] numbers, int from, int to, long[] into) {
        long[] known = values;
        for (int i = from; i < to; i++) {
            int number = numbers[i];
            into[i - from] = number < known.length ? known[number] : 0;
        }
    }

    /** The values by number, for loops: at least so many, valid until a greater number is set or it is trimmed. */
    public long[] array(int limit) {
        if (limit > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(limit, values.length * 2L)));
        }
        return values;
    }

    /** Gives memory back when all numbers in use are below the limit. */
    public void trim(int limit) {
        if (values.length > SMALLEST && limit < values.length / 4) {
            values = Arrays.copyOf(values, Math.max(SMALLEST, limit * 2));
        }
    }

    @Override
    public void archive(StateArchive archive) {
        values = archive.longs(values);
    }

    @Override
    public long rows() {
        return 0;
    }

    @Override
    public long bytes() {
        return (long) values.length * Long.BYTES;
    }
}
