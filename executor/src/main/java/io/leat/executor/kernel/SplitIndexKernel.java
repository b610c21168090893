package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;

/** The part of a text between two separators, found and copied as bytes. An empty separator separates nothing. */
record SplitIndexKernel(Kernel text, Kernel separator, Kernel index) implements Kernel {

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        BytesColumn texts = (BytesColumn) text.evaluate(input, selection);
        BytesColumn separators = (BytesColumn) separator.evaluate(input, selection);
        LongColumn indexes = (LongColumn) index.evaluate(input, selection);
        long[] validity = Validity.and(Validity.and(texts.validity(), separators.validity()), indexes.validity());
        byte[] bytes = texts.bytes();
        int[] offsets = texts.offsets();
        byte[] wanted = separators.origin().bytes();
        int[] wantedOffsets = separators.origin().offsets();
        long[] found = new long[Validity.words(input.size())];
        BytesResult result = new BytesResult(input.size());
        boolean all = true;
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result.begin(row);
            boolean has = false;
            if (Validity.isValid(validity, row)) {
                int there = separators.originRow(row);
                Separator by = new Separator(wanted, wantedOffsets[there], wantedOffsets[there + 1]);
                has = by.write(bytes, offsets[row], offsets[row + 1], indexes.values()[row], result);
            }
            all &= has;
            if (has) {
                Validity.set(found, row);
            }
        }
        return result.column(all ? null : found);
    }

    /** The separator of a row. */
    private record Separator(byte[] bytes, int start, int end) {

        /** Writes a part of a text; false if it has no such part. */
        boolean write(byte[] text, int first, int to, long index, BytesResult result) {
            if (index < 0 || first == to) {
                return false;
            }
            int from = first;
            int end = next(text, from, to);
            for (long left = index; left > 0; left--) {
                if (end < 0) {
                    return false;
                }
                from = end + length();
                end = next(text, from, to);
            }
            result.write(text, from, (end < 0 ? to : end) - from);
            return true;
        }

        private int length() {
            return end - start;
        }

        private int next(byte[] text, int from, int to) {
            return switch (length()) {
                case 0 -> -1;
                case 1 -> Utf8.indexOf(text, from, to, bytes[start]);
                default -> Utf8.indexOf(text, from, to, bytes, start, end);
            };
        }
    }
}
