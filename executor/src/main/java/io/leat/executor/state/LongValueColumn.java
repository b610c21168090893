package io.leat.executor.state;

import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import java.util.Arrays;

/** Values of 8 bytes: longs, and doubles as the bits of the one double that stands for all that are equal to it. */
final class LongValueColumn extends ValueColumn {
    private static final int SMALLEST = 16;

    private final boolean approximate;
    private long[] values = new long[SMALLEST];

    LongValueColumn(boolean approximate) {
        this.approximate = approximate;
    }

    /** The values of a chunk's column as they are kept. */
    private long[] words(Column column, int count) {
        if (!approximate) {
            return ((LongColumn) column).values();
        }
        double[] doubles = ((DoubleColumn) column).values();
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = RowCodec.canonicalBits(doubles[i]);
        }
        return words;
    }

    private long word(Column column, int row) {
        return approximate
                ? RowCodec.canonicalBits(((DoubleColumn) column).values()[row])
                : ((LongColumn) column).values()[row];
    }

    @Override
    void hashAll(Column column, int count, long[] hashes) {
        long[] words = words(column, count);
        for (int i = 0; i < count; i++) {
            hashes[i] = mix(hashes[i], words[i]);
        }
    }

    @Override
    long word(int number) {
        return values[number];
    }

    @Override
    void storeAll(int[] numbers, Column column, int[] rows, int count, int limit) {
        if (limit > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(limit, values.length * 2L)));
        }
        long[] words = words(column, column.size());
        for (int i = 0; i < count; i++) {
            values[numbers[i]] = words[rows[i]];
        }
    }

    @Override
    boolean markDifferentValues(int[] numbers, Column column, int count, boolean[] different) {
        long[] words = words(column, count);
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (numbers[i] >= 0 && values[numbers[i]] != words[i]) {
                different[i] = true;
                any = true;
            }
        }
        return any;
    }

    @Override
    boolean equalsValue(int number, Column column, int row) {
        return values[number] == word(column, row);
    }

    @Override
    boolean sameValue(int first, int second) {
        return values[first] == values[second];
    }

    @Override
    Column gatherAll(int[] numbers, int count, long[] validity) {
        if (approximate) {
            double[] gathered = new double[count];
            for (int i = 0; i < count; i++) {
                gathered[i] = Double.longBitsToDouble(values[numbers[i]]);
            }
            return new DoubleColumn(gathered, validity, count);
        }
        long[] gathered = new long[count];
        for (int i = 0; i < count; i++) {
            gathered[i] = values[numbers[i]];
        }
        return new LongColumn(gathered, validity, count);
    }

    @Override
    void forgetValue(int number) {
        // the next row of this number overwrites it
    }

    @Override
    void trimValues(int limit) {
        if (values.length > SMALLEST && limit < values.length / 4) {
            values = Arrays.copyOf(values, Math.max(SMALLEST, limit * 2));
        }
    }

    @Override
    void archiveValues(StateArchive archive) {
        values = archive.longs(values);
    }

    @Override
    long valueBytes() {
        return (long) values.length * Long.BYTES;
    }
}
