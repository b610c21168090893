package io.leat.connector.file;

import java.util.Arrays;

/** Collects where records lie in one buffer. */
final class RecordBounds {
    private int[] bounds = new int[512];
    private int size;
    private byte[] buffer;
    private long offset;

    /** Whether the record that a reader stands at lies in another buffer than those so far. */
    boolean isElsewhere(RecordReader reader) {
        return size > 0 && reader.buffer() != buffer;
    }

    /** Adds the record that a reader stands at, whose buffer stays as it is from now on. */
    void add(RecordReader reader) {
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, size * 2);
        }
        reader.share();
        buffer = reader.buffer();
        offset = reader.recordOffset() - reader.start();
        bounds[size++] = reader.start();
        bounds[size++] = reader.length();
    }

    boolean isEmpty() {
        return size == 0;
    }

    byte[] buffer() {
        return buffer;
    }

    /** The offset in the file of the buffer's first byte. */
    long offset() {
        return offset;
    }

    /** Where each record begins and how long it is, in turn; empty afterwards. */
    int[] take() {
        int[] taken = Arrays.copyOf(bounds, size);
        size = 0;
        return taken;
    }
}
