package io.leat.core.batch;

import java.util.Arrays;

/**
 * Values of REAL and DOUBLE; a REAL is rounded to float before it is stored.
 *
 * @param values the values; those of NULLs mean nothing; may be longer than {@code size}
 * @param validity validity bits, or null when nothing is NULL
 */
public record DoubleColumn(double[] values, long[] validity, int size) implements Column {

    @Override
    public boolean hasSameValue(int row, Column other, int otherRow) {
        return Double.compare(values[row], ((DoubleColumn) other).values[otherRow]) == 0;
    }

    @Override
    public DoubleColumn gather(int[] rows, int count) {
        double[] gathered = new double[count];
        for (int i = 0; i < count; i++) {
            gathered[i] = values[rows[i]];
        }
        return new DoubleColumn(gathered, Validity.gather(validity, rows, count), count);
    }

    @Override
    public DoubleColumn slice(int from, int count) {
        return new DoubleColumn(
                Arrays.copyOfRange(values, from, from + count), Validity.slice(validity, from, count), count);
    }
}
