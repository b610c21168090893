package io.leat.core.batch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as UTF-8, and binary values.
 *
 * @param bytes the bytes of all values
 * @param offsets where value i begins; value i ends where value i + 1 begins, so there is one more offset than values
 * @param validity validity bits, or null when nothing is NULL; a NULL has no bytes
 */
public record BytesColumn(byte[] bytes, int[] offsets, long[] validity, int size) implements Column {

    /** Length of a value in bytes. */
    public int length(int row) {
        return offsets[row + 1] - offsets[row];
    }

    /** A value decoded as UTF-8. */
    public String text(int row) {
        return new String(bytes, offsets[row], length(row), StandardCharsets.UTF_8);
    }

    @Override
    public BytesColumn gather(int[] rows, int count) {
        int total = 0;
        for (int i = 0; i < count; i++) {
            total += length(rows[i]);
        }
        byte[] gathered = new byte[total];
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            int length = length(rows[i]);
            System.arraycopy(bytes, offsets[rows[i]], gathered, starts[i], length);
            starts[i + 1] = starts[i] + length;
        }
        return new BytesColumn(gathered, starts, Validity.gather(validity, rows, count), count);
    }

    @Override
    public BytesColumn slice(int from, int count) {
        int begin = offsets[from];
        int[] starts = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = offsets[from + i] - begin;
        }
        return new BytesColumn(
                Arrays.copyOfRange(bytes, begin, offsets[from + count]),
                starts,
                Validity.slice(validity, from, count),
                count);
    }
}
