package io.leat.core.batch;

import io.leat.core.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds one column value by value. Which {@code append} fits is the type's layout; another one throws
 * {@link UnsupportedOperationException}. Not safe for several threads.
 */
public abstract sealed class ColumnBuilder
        permits LongColumnBuilder, DoubleColumnBuilder, BytesColumnBuilder, ObjectColumnBuilder {
    private long[] validity;
    private int size;

    /** A builder for columns of a type, with room for some rows (it grows). */
    public static ColumnBuilder of(DataType type, int rows) {
        return switch (type.layout()) {
            case LONG -> new LongColumnBuilder(rows);
            case DOUBLE -> new DoubleColumnBuilder(rows);
            case BYTES -> new BytesColumnBuilder(rows);
            case OBJECT -> new ObjectColumnBuilder(rows);
        };
    }

    /** How many values so far. */
    public final int size() {
        return size;
    }

    /** Adds a value of a {@link LongColumn}. */
    public void appendLong(long value) {
        throw new UnsupportedOperationException("not a column of longs");
    }

    /** Adds the first so many values of an array, each of a {@link LongColumn}. */
    public void appendLongs(long[] values, int count) {
        throw new UnsupportedOperationException("not a column of longs");
    }

    /** Adds a value of a {@link DoubleColumn}. */
    public void appendDouble(double value) {
        throw new UnsupportedOperationException("not a column of doubles");
    }

    /** Adds a value of a {@link BytesColumn}. */
    public void appendBytes(byte[] bytes, int offset, int length) {
        throw new UnsupportedOperationException("not a column of bytes");
    }

    /** Adds a text as UTF-8 to a {@link BytesColumn}. */
    public final void appendText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        appendBytes(bytes, 0, bytes.length);
    }

    /** Adds a value of an {@link ObjectColumn}. */
    public void appendObject(Object value) {
        throw new UnsupportedOperationException("not a column of objects");
    }

    /** Adds a NULL. */
    public final void appendNull() {
        if (validity == null) {
            validity = Validity.allValid(Math.max(64, size + 1));
        }
        appendPlaceholder();
        Validity.clear(validity, size - 1);
    }

    /** Adds the value of a row of another column of the same layout. */
    public final void appendFrom(Column column, int row) {
        if (column.isNull(row)) {
            appendNull();
        } else {
            appendValueFrom(column, row);
        }
    }

    /** The column of all values so far; the builder is empty and reusable afterwards. */
    public abstract Column build();

    /** Takes back the values added since there were so many. */
    public abstract void truncate(int rows);

    abstract void appendPlaceholder();

    abstract void appendValueFrom(Column column, int row);

    /** Counts a value; subclasses call it after they have stored one. */
    final void added() {
        added(1);
    }

    /** Counts some values, as {@link #added()} does one. */
    final void added(int count) {
        size += count;
        if (validity != null && validity.length < Validity.words(size)) {
            int before = validity.length;
            validity = Arrays.copyOf(validity, Math.max(Validity.words(size), before * 2));
            Arrays.fill(validity, before, validity.length, -1L);
        }
    }

    final void truncated(int rows) {
        for (int i = rows; validity != null && i < size; i++) {
            Validity.set(validity, i);
        }
        size = Math.min(size, rows);
    }

    final long[] takeValidity() {
        long[] taken = validity;
        validity = null;
        size = 0;
        return taken;
    }
}
