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
        long[] found = new long[Validity.words(input.size())];
        BytesResult result = new BytesResult(input.size());
        boolean all = true;
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result.begin(row);
            boolean has =
                    Validity.isValid(validity, row) && write(texts, separators, indexes.values()[row], row, result);
            all &= has;
            if (has) {
                Validity.set(found, row);
            }
        }
        return result.column(all ? null : found);
    }

    /** Writes the part of a row; false if it has no such part. */
    private static boolean write(BytesColumn texts, BytesColumn separators, long index, int row, BytesResult result) {
        byte[] bytes = texts.bytes();
        int from = texts.offsets()[row];
        int to = texts.offsets()[row + 1];
        int length = separators.length(row);
        if (index < 0 || from == to) {
            return false;
        }
        for (long left = index; left > 0; left--) {
            int end = length == 0 ? -1 : next(bytes, from, to, separators, row);
            if (end < 0) {
                return false;
            }
            from = end + length;
        }
        int end = length == 0 ? -1 : next(bytes, from, to, separators, row);
        result.write(bytes, from, (end < 0 ? to : end) - from);
        return true;
    }

    private static int next(byte[] text, int from, int to, BytesColumn separators, int row) {
        byte[] wanted = separators.bytes();
        int start = separators.offsets()[row];
        if (separators.length(row) > 1) {
            return Utf8.indexOf(text, from, to, wanted, start, separators.offsets()[row + 1]);
        }
        return Utf8.indexOf(text, from, to, wanted[start]);
    }
}
