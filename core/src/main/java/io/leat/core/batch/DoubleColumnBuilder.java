package io.leat.core.batch;

import java.util.Arrays;

/** Builds a {@link DoubleColumn}. */
final class DoubleColumnBuilder extends ColumnBuilder {
    private double[] values;

    DoubleColumnBuilder(int rows) {
        values = new double[Math.max(rows, 1)];
    }

    @Override
    public void appendDouble(double value) {
        if (size() == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[size()] = value;
        added();
    }

    @Override
    void appendPlaceholder() {
        appendDouble(0);
    }

    @Override
    void appendValueFrom(Column column, int row) {
        appendDouble(((DoubleColumn) column).values()[row]);
    }

    @Override
    public void truncate(int rows) {
        truncated(rows);
    }

    @Override
    public Column build() {
        int count = size();
        double[] built = values;
        values = new double[built.length];
        return new DoubleColumn(built, takeValidity(), count);
    }
}
