package io.leat.executor.state;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;

/** Text and binary values. */
final class BytesValueColumn extends ValueColumn {
    private final ByteStrings strings = new ByteStrings();

    @Override
    void hashAll(Column column, int count, long[] hashes) {
        BytesColumn values = (BytesColumn) column;
        byte[] bytes = values.bytes();
        int[] offsets = values.offsets();
        for (int i = 0; i < count; i++) {
            hashes[i] = mix(hashes[i], RowBytes.hash(bytes, offsets[i], offsets[i + 1] - offsets[i]));
        }
    }

    @Override
    void hashNumbers(int from, int count, long[] hashes) {
        strings.hash(from, count, hashes);
    }

    @Override
    long word(int number) {
        return strings.hash(number);
    }

    @Override
    void storeAll(int[] numbers, Column column, int[] rows, int count, int limit) {
        strings.reserve(limit);
        BytesColumn origin = ((BytesColumn) column).origin();
        int[] originRows = ((BytesColumn) column).originRows();
        byte[] bytes = origin.bytes();
        int[] offsets = origin.offsets();
        for (int i = 0; i < count; i++) {
            if (!column.isNull(rows[i])) {
                int row = originRows == null ? rows[i] : originRows[rows[i]];
                strings.set(numbers[i], bytes, offsets[row], offsets[row + 1] - offsets[row]);
            }
        }
    }

    @Override
    boolean markDifferentValues(int[] numbers, Column column, int count, boolean[] different) {
        BytesColumn values = (BytesColumn) column;
        byte[] bytes = values.bytes();
        int[] offsets = values.offsets();
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (numbers[i] >= 0 && !strings.equals(numbers[i], bytes, offsets[i], offsets[i + 1])) {
                different[i] = true;
                any = true;
            }
        }
        return any;
    }

    @Override
    boolean equalsValue(int number, Column column, int row) {
        BytesColumn values = (BytesColumn) column;
        return strings.equals(number, values.bytes(), values.offsets()[row], values.offsets()[row + 1]);
    }

    @Override
    boolean sameValue(int first, int second) {
        int offset = strings.offset(second);
        return strings.equals(first, strings.bytes(second), offset, offset + strings.length(second));
    }

    @Override
    Column gatherAll(int[] numbers, int count, long[] validity) {
        int[] offsets = new int[count + 1];
        byte[] bytes = strings.copy(numbers, count, offsets);
        return new BytesColumn(bytes, offsets, validity, count);
    }

    @Override
    void forgetValue(int number) {
        strings.remove(number);
    }

    @Override
    void trimValues(int limit) {
        strings.trim(limit);
    }

    @Override
    void archiveValues(StateArchive archive) {
        strings.archive(archive);
    }

    @Override
    long valueBytes() {
        return strings.memory();
    }
}
