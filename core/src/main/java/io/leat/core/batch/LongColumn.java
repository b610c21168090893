package io.leat.core.batch;

import java.util.Arrays;

/**
 * Booleans (0 and 1), integers, scaled decimals of up to 18 digits, dates, times, timestamps and intervals.
 *
 * @param values the values; those of NULLs mean nothing; may be longer than {@code size}
 * @param validity validity bits, or null when nothing is NULL
 */
public record LongColumn(long[] values, long[] validity, int size) implements Column {

    @Override
    public boolean hasSameValue(int row, Column other, int otherRow) {
        return values[row] == ((LongColumn) other).values[otherRow];
    }

    @Override
    public LongColumn gather(int[] rows, int count) {
        long[] gathered = new long[count];
        for (int i = 0; i < count; i++) {
            gathered[i] = values[rows[i]];
        }
        return new LongColumn(gathered, Validity.gather(validity, rows, count), count);
    }

    @Override
    public LongColumn slice(int from, int count) {
        return new LongColumn(
                Arrays.copyOfRange(values, from, from + count), Validity.slice(validity, from, count), count);
    }
}
