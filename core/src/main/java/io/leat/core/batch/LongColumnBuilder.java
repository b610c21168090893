package io.leat.core.batch;

import java.util.Arrays;

/** Builds a {@link LongColumn}. */
final class LongColumnBuilder extends ColumnBuilder {
    private long[] values;

    LongColumnBuilder(int rows) {
        values = new long[Math.max(rows, 1)];
    }

    @Override
    public void appendLong(long value) {
        if (size() == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[size()] = value;
        added();
    }

    @Override
    public void appendLongs(long[] added, int count) {
        int needed = Math.addExact(size(), count);
        if (needed > values.length) {
            values = Arrays.copyOf(values, Math.max(needed, values.length * 2));
        }
        System.arraycopy(added, 0, values, size(), count);
        added(count);
    }

    @Override
    void appendPlaceholder() {
        appendLong(0);
    }

    @Override
    void appendValueFrom(Column column, int row) {
        appendLong(((LongColumn) column).values()[row]);
    }

    @Override
    public void truncate(int rows) {
        truncated(rows);
    }

    @Override
    public Column build() {
        int count = size();
        long[] built = values;
        values = new long[built.length];
        return new LongColumn(built, takeValidity(), count);
    }
}
