package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;

/** The long tail of values, in {@link ObjectCodec}'s bytes. */
final class ObjectValueColumn extends ValueColumn {
    private final DataType type;
    private final ByteStrings strings = new ByteStrings();
    private final RowBytes scratch = new RowBytes();

    ObjectValueColumn(DataType type) {
        this.type = type;
    }

    private boolean encode(Column column, int row) {
        Object value = ((ObjectColumn) column).values()[row];
        scratch.clear();
        if (value != null) {
            ObjectCodec.encode(type, value, scratch);
        }
        return value != null;
    }

    @Override
    void hashAll(Column column, int count, long[] hashes) {
        for (int i = 0; i < count; i++) {
            encode(column, i);
            hashes[i] = mix(hashes[i], RowBytes.hash(scratch.bytes(), 0, scratch.length()));
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
        for (int i = 0; i < count; i++) {
            if (!column.isNull(rows[i]) && encode(column, rows[i])) {
                strings.set(numbers[i], scratch.bytes(), 0, scratch.length());
            }
        }
    }

    @Override
    boolean markDifferentValues(int[] numbers, Column column, int count, boolean[] different) {
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (numbers[i] >= 0 && !equalsValue(numbers[i], column, i)) {
                different[i] = true;
                any = true;
            }
        }
        return any;
    }

    @Override
    boolean equalsValue(int number, Column column, int row) {
        return encode(column, row) && strings.equals(number, scratch.bytes(), 0, scratch.length());
    }

    @Override
    boolean sameValue(int first, int second) {
        int offset = strings.offset(second);
        return strings.equals(first, strings.bytes(second), offset, offset + strings.length(second));
    }

    @Override
    Column gatherAll(int[] numbers, int count, long[] validity) {
        Object[] gathered = new Object[count];
        for (int i = 0; i < count; i++) {
            if (!isNull(numbers[i])) {
                gathered[i] = new ObjectReader(strings.bytes(numbers[i]), strings.offset(numbers[i])).read(type);
            }
        }
        return new ObjectColumn(gathered, validity, count);
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
