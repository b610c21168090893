package io.leat.executor.state;

import static io.leat.executor.state.PagedLongs.PAGE_BITS;
import static io.leat.executor.state.PagedLongs.PAGE_MASK;

import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;

/** Values of 8 bytes: longs, and doubles as the bits of the one double that stands for all that are equal to it. */
final class LongValueColumn extends ValueColumn {
    private final boolean approximate;
    private final PagedLongs values = new PagedLongs();

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
    void hashNumbers(int from, int count, long[] hashes) {
        for (int i = 0; i < count; i++) {
            hashes[i] = mix(hashes[i], values.get(from + i));
        }
    }

    @Override
    long word(int number) {
        return values.get(number);
    }

    @Override
    void storeAll(int[] numbers, Column column, int[] rows, int count, int limit) {
        values.reserve(limit);
        long[][] pages = values.pages();
        long[] words = words(column, column.size());
        for (int i = 0; i < count; i++) {
            pages[numbers[i] >>> PAGE_BITS][numbers[i] & PAGE_MASK] = words[rows[i]];
        }
    }

    @Override
    boolean markDifferentValues(int[] numbers, Column column, int count, boolean[] different) {
        long[] words = words(column, count);
        long[][] pages = values.pages();
        boolean any = false;
        for (int i = 0; i < count; i++) {
            if (numbers[i] >= 0 && pages[numbers[i] >>> PAGE_BITS][numbers[i] & PAGE_MASK] != words[i]) {
                different[i] = true;
                any = true;
            }
        }
        return any;
    }

    @Override
    boolean equalsValue(int number, Column column, int row) {
        return values.get(number) == word(column, row);
    }

    @Override
    boolean sameValue(int first, int second) {
        return values.get(first) == values.get(second);
    }

    @Override
    Column gatherAll(int[] numbers, int count, long[] validity) {
        long[][] pages = values.pages();
        if (approximate) {
            double[] gathered = new double[count];
            for (int i = 0; i < count; i++) {
                gathered[i] = Double.longBitsToDouble(pages[numbers[i] >>> PAGE_BITS][numbers[i] & PAGE_MASK]);
            }
            return new DoubleColumn(gathered, validity, count);
        }
        long[] gathered = new long[count];
        for (int i = 0; i < count; i++) {
            gathered[i] = pages[numbers[i] >>> PAGE_BITS][numbers[i] & PAGE_MASK];
        }
        return new LongColumn(gathered, validity, count);
    }

    @Override
    void forgetValue(int number) {
        // the next row of this number overwrites it
    }

    @Override
    void trimValues(int limit) {
        values.trim(limit);
    }

    @Override
    void archiveValues(StateArchive archive) {
        values.archive(archive);
    }

    @Override
    long valueBytes() {
        return values.bytes();
    }
}
