package io.leat.executor.state;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;

/** Text and binary values. */
final class BytesValueColumn extends ValueColumn {
    /** How many pairs of a number and a text that were found to be the same are remembered within a chunk; a power of 2. */
    private static final int FOUND_MAX = 256;

    private final ByteStrings strings = new ByteStrings();

    @Override
    void hashAll(Column column, int count, long[] hashes) {
        BytesColumn values = (BytesColumn) column;
        BytesColumn origin = values.origin();
        if (values.repeats()) {
            hashRepeated(values.originRows(), hashesOf(origin), count, hashes);
            return;
        }
        byte[] bytes = origin.bytes();
        int[] offsets = origin.offsets();
        for (int i = 0; i < count; i++) {
            int row = values.originRow(i);
            hashes[i] = mix(hashes[i], RowBytes.hash(bytes, offsets[row], offsets[row + 1] - offsets[row]));
        }
    }

    private static long[] hashesOf(BytesColumn texts) {
        byte[] bytes = texts.bytes();
        int[] offsets = texts.offsets();
        long[] words = new long[texts.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = RowBytes.hash(bytes, offsets[i], offsets[i + 1] - offsets[i]);
        }
        return words;
    }

    private static void hashRepeated(int[] rows, long[] words, int count, long[] hashes) {
        for (int i = 0; i < count; i++) {
            hashes[i] = mix(hashes[i], words[rows[i]]);
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
        BytesColumn values = (BytesColumn) column;
        BytesColumn origin = values.origin();
        byte[] bytes = origin.bytes();
        int[] offsets = origin.offsets();
        for (int i = 0; i < count; i++) {
            if (!column.isNull(rows[i])) {
                int row = values.originRow(rows[i]);
                strings.set(numbers[i], bytes, offsets[row], offsets[row + 1] - offsets[row]);
            }
        }
    }

    @Override
    boolean markDifferentValues(int[] numbers, Column column, int count, boolean[] different) {
        BytesColumn values = (BytesColumn) column;
        if (values.repeats()) {
            return markDifferentRepeated(numbers, values.origin(), values.originRows(), count, different);
        }
        byte[] bytes = values.origin().bytes();
        int[] offsets = values.origin().offsets();
        boolean any = false;
        for (int i = 0; i < count; i++) {
            int row = values.originRow(i);
            if (numbers[i] >= 0 && !strings.equals(numbers[i], bytes, offsets[row], offsets[row + 1])) {
                different[i] = true;
                any = true;
            }
        }
        return any;
    }

    /** Does not compare a number with a text again that was lately found to be its own. */
    private boolean markDifferentRepeated(
            int[] numbers, BytesColumn texts, int[] rows, int count, boolean[] different) {
        byte[] bytes = texts.bytes();
        int[] offsets = texts.offsets();
        long[] found = new long[Integer.highestOneBit(Math.min(count, FOUND_MAX))];
        boolean any = false;
        for (int i = 0; i < count; i++) {
            int number = numbers[i];
            int row = rows[i];
            long pair = (number + 1L) << Integer.SIZE | row;
            int place = number & found.length - 1;
            if (number >= 0 && found[place] != pair) {
                if (strings.equals(number, bytes, offsets[row], offsets[row + 1])) {
                    found[place] = pair;
                } else {
                    different[i] = true;
                    any = true;
                }
            }
        }
        return any;
    }

    @Override
    boolean equalsValue(int number, Column column, int row) {
        BytesColumn values = (BytesColumn) column;
        int from = values.start(row);
        return strings.equals(number, values.origin().bytes(), from, from + values.length(row));
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
