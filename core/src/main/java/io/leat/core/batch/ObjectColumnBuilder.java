package io.leat.core.batch;

import java.util.Arrays;

/** Builds an {@link ObjectColumn}. */
final class ObjectColumnBuilder extends ColumnBuilder {
    private Object[] values;

    ObjectColumnBuilder(int rows) {
        values = new Object[Math.max(rows, 1)];
    }

    @Override
    public void appendObject(Object value) {
        if (size() == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[size()] = value;
        added();
    }

    @Override
    void appendPlaceholder() {
        appendObject(null);
    }

    @Override
    void appendValueFrom(Column column, int row) {
        appendObject(((ObjectColumn) column).values()[row]);
    }

    @Override
    public void truncate(int rows) {
        truncated(rows);
    }

    @Override
    public Column build() {
        int count = size();
        Object[] built = values;
        values = new Object[built.length];
        return new ObjectColumn(built, takeValidity(), count);
    }
}
