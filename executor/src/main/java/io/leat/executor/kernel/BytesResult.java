package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A column of text or binary that is being written, row by row in ascending order: {@link #begin} a row, then write its
 * bytes. Rows that are left out are empty.
 */
final class BytesResult {
    private static final int BYTES_PER_ROW_GUESS = 16;

    private final int size;
    private final int[] offsets;
    private byte[] bytes;
    private int position;
    private int started;

    BytesResult(int size) {
        this(size, size * BYTES_PER_ROW_GUESS);
    }

    /** A column of so many positions, with room for some bytes (it grows). */
    BytesResult(int size, int bytesGuess) {
        this.size = size;
        this.offsets = new int[size + 1];
        this.bytes = new byte[Math.max(bytesGuess, BYTES_PER_ROW_GUESS)];
    }

    /** Begins a row after those begun before. */
    void begin(int row) {
        while (started <= row) {
            offsets[started++] = position;
        }
    }

    void write(byte[] source, int from, int length) {
        reserve(length);
        System.arraycopy(source, from, bytes, position, length);
        position += length;
    }

    void write(byte value) {
        reserve(1);
        bytes[position++] = value;
    }

    /** The array to write so many bytes of the current row to; they begin where {@link #advance} says. */
    byte[] bytes(int length) {
        reserve(length);
        return bytes;
    }

    /** Where so many bytes of the current row begin, which the caller writes himself. */
    int advance(int length) {
        int start = position;
        position += length;
        return start;
    }

    /** Writes a text as UTF-8. */
    void write(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        write(encoded, 0, encoded.length);
    }

    /** Writes the value of a row of a column. */
    void copy(BytesColumn source, int row) {
        write(source.origin().bytes(), source.start(row), source.length(row));
    }

    /** Begins a row and gives it the bytes of the row begun before. */
    void repeat(int row) {
        int from = offsets[started - 1];
        int length = position - from;
        begin(row);
        write(bytes, from, length);
    }

    void fill(byte value, int count) {
        reserve(count);
        Arrays.fill(bytes, position, position + count, value);
        position += count;
    }

    /** Takes back the bytes of the current row. */
    void discardRow() {
        position = offsets[started - 1];
    }

    private void reserve(int length) {
        if (position + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(position, length), bytes.length * 2));
        }
    }

    /** The column of what was written; what is not valid is NULL. */
    BytesColumn column(long[] validity) {
        begin(size);
        return new BytesColumn(bytes, offsets, validity, size);
    }
}
