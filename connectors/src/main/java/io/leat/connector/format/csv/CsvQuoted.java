package io.leat.connector.format.csv;

import io.leat.connector.format.ByteWords;
import java.util.Arrays;

/** Reads fields in quotes: where they lie, or, if they have doubled quotes, as a copy. Not safe for several threads. */
final class CsvQuoted {
    private final byte quote;
    private final long quotes;
    private byte[] copy = new byte[256];
    private byte[] bytes;
    private int from;
    private int to;

    CsvQuoted(byte quote) {
        this.quote = quote;
        this.quotes = ByteWords.of(quote);
    }

    /**
     * Reads a field.
     *
     * @param first the place behind its opening quote
     * @return the place of its closing quote; -1 if there is none
     */
    int read(byte[] record, int first, int limit) {
        int closing = ByteWords.find(record, first, limit, quotes);
        bytes = record;
        from = first;
        to = closing;
        boolean doubled = closing >= 0 && closing + 1 < limit && record[closing + 1] == quote;
        return doubled ? copy(record, first, limit) : closing;
    }

    private int copy(byte[] record, int first, int limit) {
        bytes = copy;
        from = 0;
        to = 0;
        int start = first;
        while (true) {
            int found = ByteWords.find(record, start, limit, quotes);
            boolean doubled = found >= 0 && found + 1 < limit && record[found + 1] == quote;
            if (found < 0) {
                return -1;
            }
            add(record, start, doubled ? found + 1 : found);
            if (!doubled) {
                return found;
            }
            start = found + 2;
        }
    }

    private void add(byte[] record, int start, int end) {
        int length = end - start;
        if (to + length > copy.length) {
            copy = Arrays.copyOf(copy, Math.max(to + length, copy.length * 2));
        }
        System.arraycopy(record, start, copy, to, length);
        to += length;
        bytes = copy;
    }

    /** Where the content of the last field lies. */
    byte[] bytes() {
        return bytes;
    }

    /** Where it begins there. */
    int from() {
        return from;
    }

    /** Where it ends there. */
    int to() {
        return to;
    }
}
