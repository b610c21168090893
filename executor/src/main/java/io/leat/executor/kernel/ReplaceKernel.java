package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.Validity;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/**
 * A text with every occurrence of another one replaced, from the left, found and copied as bytes. An empty text is found
 * nowhere.
 */
record ReplaceKernel(Kernel text, Kernel search, Kernel by) implements Kernel {
    /** The most bytes that a text may grow to, so that a small call does not make a huge one. */
    static final int BYTES_MAX = 1 << 24;

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        BytesColumn texts = (BytesColumn) text.evaluate(input, selection);
        BytesColumn searches = (BytesColumn) search.evaluate(input, selection);
        BytesColumn replacements = (BytesColumn) by.evaluate(input, selection);
        long[] validity = Validity.and(Validity.and(texts.validity(), searches.validity()), replacements.validity());
        BytesResult result = new BytesResult(input.size(), texts.offsets()[texts.size()]);
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result.begin(row);
            if (!Validity.isValid(validity, row)) {
                continue;
            }
            if (searches.length(row) == 0) {
                result.copy(texts, row);
            } else if (searches.length(row) == 1 && replacements.length(row) == 0) {
                leaveOut(searches.bytes()[searches.offsets()[row]], texts, row, result);
            } else {
                write(texts, searches, replacements, row, result);
            }
        }
        return result.column(validity);
    }

    private static void leaveOut(byte unwanted, BytesColumn texts, int row, BytesResult result) {
        byte[] from = texts.bytes();
        int length = texts.length(row);
        byte[] into = result.bytes(length);
        int start = result.advance(0);
        int place = start;
        int end = texts.offsets()[row + 1];
        for (int i = end - length; i < end; i++) {
            into[place] = from[i];
            place += from[i] != unwanted ? 1 : 0;
        }
        result.advance(place - start);
    }

    private static void write(
            BytesColumn texts, BytesColumn searches, BytesColumn replacements, int row, BytesResult result) {
        byte[] bytes = texts.bytes();
        int to = texts.offsets()[row + 1];
        int length = searches.length(row);
        int longer = Math.max(0, replacements.length(row) - length);
        long size = texts.length(row);
        int from = texts.offsets()[row];
        for (int found = next(bytes, from, to, searches, row);
                found >= 0;
                found = next(bytes, from, to, searches, row)) {
            size += longer;
            check(size, longer);
            result.write(bytes, from, found - from);
            result.copy(replacements, row);
            from = found + length;
        }
        result.write(bytes, from, to - from);
    }

    private static int next(byte[] text, int from, int to, BytesColumn searches, int row) {
        int start = searches.offsets()[row];
        return Utf8.indexOf(text, from, to, searches.bytes(), start, searches.offsets()[row + 1]);
    }

    /** Refuses a text that has grown to so many bytes, if it has grown. */
    static void check(long size, int longer) {
        if (longer > 0 && size > BYTES_MAX) {
            throw LeatException.of(
                    ErrorCode.LIMIT_EXCEEDED, "REPLACE makes a text longer than the limit of " + BYTES_MAX + " bytes");
        }
    }
}
