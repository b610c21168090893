package io.leat.core.batch;

import java.util.Arrays;

/** Builds a {@link BytesColumn}. */
final class BytesColumnBuilder extends ColumnBuilder {
    private static final int BYTES_PER_VALUE_GUESS = 16;

    private byte[] bytes;
    private int[] offsets;

    BytesColumnBuilder(int rows) {
        bytes = new byte[Math.max(rows, 1) * BYTES_PER_VALUE_GUESS];
        offsets = new int[Math.max(rows, 1) + 1];
    }

    @Override
    public void appendBytes(byte[] source, int offset, int length) {
        int start = offsets[size()];
        reserve(start + length);
        System.arraycopy(source, offset, bytes, start, length);
        offsets[size() + 1] = start + length;
        added();
    }

    private void reserve(int end) {
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        if (size() + 2 > offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
    }

    @Override
    void appendPlaceholder() {
        appendBytes(bytes, 0, 0);
    }

    @Override
    void appendValueFrom(Column column, int row) {
        BytesColumn source = (BytesColumn) column;
        appendBytes(source.origin().bytes(), source.start(row), source.length(row));
    }

    @Override
    public void truncate(int rows) {
        truncated(rows);
    }

    @Override
    public Column build() {
        int count = size();
        byte[] built = bytes;
        int[] starts = offsets;
        bytes = new byte[built.length];
        offsets = new int[starts.length];
        return new BytesColumn(built, starts, takeValidity(), count);
    }
}
