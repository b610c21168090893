package io.leat.connector.format.csv;

import io.leat.connector.format.ByteWords;
import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.RecordDecoder;
import io.leat.connector.format.StrictUtf8;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes one CSV record straight from its bytes into the columns, in one pass, with no object a field. A record that is
 * wrong or unusual in any way it leaves to {@link CsvDecoder}, which also says what is wrong; both give the same rows.
 */
final class CsvByteDecoder implements RecordDecoder {
    private static final int FIELD_BYTES_MAX = 1 << 20;

    private final CsvDecoder exact;
    private final CsvColumn[] columns;
    private final int[] read;
    private final byte delimiter;
    private final byte quote;
    private final long delimiters;
    private final long quotes;
    private final boolean comments;
    private final Limits limits;
    private final CsvQuoted quoted;
    /** By place in the record: the column that is read from there, or -1. */
    private int[] columnAt;

    private boolean simple;
    private long seenBytes;

    /**
     * A decoder.
     *
     * @param exact decodes what this decoder does not
     */
    CsvByteDecoder(List<Field> fields, int[] read, CsvStyle style, Limits limits, CsvDecoder exact) {
        this.exact = exact;
        this.read = read.clone();
        this.columns = new CsvColumn[fields.size()];
        for (int column : read) {
            columns[column] = new CsvColumn(fields.get(column).type(), style);
        }
        this.delimiter = (byte) style.delimiter();
        this.quote = (byte) style.quote();
        this.delimiters = ByteWords.of(delimiter);
        this.quotes = ByteWords.of(quote);
        this.comments = style.comments();
        this.limits = limits;
        this.quoted = new CsvQuoted(quote);
        arrange();
    }

    /** Notes which column is read from which place; two from one place are left to the other decoder. */
    private void arrange() {
        columnAt = new int[exact.expectedFields()];
        Arrays.fill(columnAt, -1);
        simple = columnAt.length <= limits.csvColumns();
        for (int column : read) {
            int place = exact.place(column);
            simple &= place >= 0 && place < columnAt.length && columnAt[place] < 0;
            if (simple) {
                columnAt[place] = column;
            }
        }
    }

    @Override
    public DecodeOutcome readHeader(byte[] bytes, int offset, int length) {
        DecodeOutcome outcome = exact.readHeader(bytes, offset, length);
        arrange();
        return outcome;
    }

    @Override
    public DecodeOutcome decode(byte[] bytes, int offset, int length, ColumnBuilder[] builders) {
        int rows = read.length == 0 ? 0 : builders[read[0]].size();
        boolean usual = simple && length > 0 && length <= limits.recordBytes() && !(comments && bytes[offset] == '#');
        if (usual && isRead(bytes, offset, offset + length, builders)) {
            return DecodeOutcome.ROW;
        }
        for (int column : read) {
            builders[column].truncate(rows);
        }
        return exact.decode(bytes, offset, length, builders);
    }

    private boolean isRead(byte[] bytes, int from, int limit, ColumnBuilder[] builders) {
        seenBytes = 0;
        int at = from;
        for (int place = 0; place < columnAt.length; place++) {
            boolean last = place == columnAt.length - 1;
            int end = field(bytes, at, limit, columnAt[place], builders);
            if (end < 0 || last != (end == limit)) {
                return false;
            }
            at = end + 1;
        }
        boolean ascii = (seenBytes & ByteWords.HIGH) == 0;
        return ascii || StrictUtf8.isValid(bytes, from, limit - from);
    }

    /** The place of the delimiter behind a field, or the limit; -1 if the field is wrong or unusual. */
    private int field(byte[] bytes, int at, int limit, int column, ColumnBuilder[] builders) {
        if (at < limit && bytes[at] == quote) {
            return quoted(bytes, at + 1, limit, column, builders);
        }
        int end = plainEnd(bytes, at, limit);
        if (end < 0 || end - at > FIELD_BYTES_MAX) {
            return -1;
        }
        boolean appended = column < 0 || columns[column].append(builders[column], bytes, at, end, false);
        return appended ? end : -1;
    }

    private int quoted(byte[] bytes, int from, int limit, int column, ColumnBuilder[] builders) {
        int closing = quoted.read(bytes, from, limit);
        boolean ends = closing >= 0 && (closing + 1 == limit || bytes[closing + 1] == delimiter);
        if (!ends || closing - from > FIELD_BYTES_MAX) {
            return -1;
        }
        seenBytes = ByteWords.HIGH;
        boolean appended = column < 0
                || columns[column].append(builders[column], quoted.bytes(), quoted.from(), quoted.to(), true);
        return appended ? closing + 1 : -1;
    }

    /** The next delimiter or the limit; -1 if a quote or the end of a line comes first. */
    private int plainEnd(byte[] bytes, int from, int limit) {
        int at = from;
        int lastWord = Math.min(limit, bytes.length - ByteWords.BYTES + 1);
        while (at < lastWord) {
            long word = ByteWords.at(bytes, at);
            seenBytes |= word;
            long found = ByteWords.equal(word, delimiters) | ByteWords.equal(word, quotes) | ByteWords.control(word);
            if (found == 0) {
                at += ByteWords.BYTES;
            } else {
                at += ByteWords.first(found);
                if (at >= limit || bytes[at] == delimiter) {
                    return Math.min(at, limit);
                }
                if (isUnusual(bytes[at])) {
                    return -1;
                }
                at++;
            }
        }
        return plainEndByBytes(bytes, Math.min(at, limit), limit);
    }

    private int plainEndByBytes(byte[] bytes, int from, int limit) {
        for (int at = from; at < limit; at++) {
            if (bytes[at] == delimiter) {
                return at;
            }
            if (isUnusual(bytes[at])) {
                return -1;
            }
            seenBytes |= bytes[at];
        }
        return limit;
    }

    private boolean isUnusual(byte b) {
        return b == quote || b == '\r' || b == '\n';
    }
}
