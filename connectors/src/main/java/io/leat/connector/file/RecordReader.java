package io.leat.connector.file;

import io.leat.connector.format.RecordBoundary;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts the bytes of a file into records, holding no more of it than one record and a buffer. After a record that is
 * broken it goes on with the next line, so that one stray quote does not swallow the rest of the file.
 */
final class RecordReader implements Closeable {
    private static final byte LINE_FEED = '\n';
    private static final int SAMPLE_BYTES = 1_024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** What {@link #next} came upon. */
    enum Found {
        /** A record: see {@link #buffer}, {@link #start}, {@link #length}. */
        RECORD,
        /** A line of a record that has no end within the limit: not a record, but its bytes can be shown. */
        BROKEN,
        /** No record yet, but there may be one: call again. */
        MORE,
        /** Nothing more for now. */
        END
    }

    private final InputStream input;
    private final RecordBoundary boundary;
    private final int recordBytesMax;
    private byte[] buffer;
    private boolean shared;
    private long bufferOffset;
    private int next;
    private int scanned;
    private int limit;
    private boolean begun;
    private boolean discarding;
    private long discardedFrom;
    private byte[] shown;
    private int start;
    private int length;
    private long recordOffset;

    /** A reader of the bytes from an offset in a file on, where a record begins. */
    RecordReader(InputStream input, long offset, RecordBoundary boundary, int bufferBytes, int recordBytesMax) {
        this.input = input;
        this.bufferOffset = offset;
        this.boundary = boundary;
        this.buffer = new byte[bufferBytes];
        this.recordBytesMax = recordBytesMax;
        this.begun = offset > 0;
    }

    /**
     * Goes on to the next record.
     *
     * @param last whether the bytes end for good where they end now, so that what is left there is a record
     */
    Found next(boolean last) throws IOException {
        if (!begun && !begin(last)) {
            return Found.END;
        }
        if (discarding) {
            return discard(last);
        }
        while (true) {
            int end = boundary.find(buffer, scanned, limit);
            if (end >= 0) {
                return record(end);
            }
            scanned = limit;
            if (limit - next > recordBytesMax) {
                return tooLong(last);
            }
            if (!fill()) {
                return last && limit > next ? lastRecord() : Found.END;
            }
        }
    }

    /** Leaves out the mark that some editors put before a text. */
    private boolean begin(boolean last) throws IOException {
        while (limit < BYTE_ORDER_MARK.length && isMark(limit)) {
            if (!fill()) {
                begun = last;
                return last;
            }
        }
        if (limit >= BYTE_ORDER_MARK.length && isMark(BYTE_ORDER_MARK.length)) {
            next = scanned = BYTE_ORDER_MARK.length;
        }
        begun = true;
        return true;
    }

    /** Whether the first bytes are those of the mark. */
    private boolean isMark(int count) {
        return Arrays.equals(buffer, 0, count, BYTE_ORDER_MARK, 0, count);
    }

    private Found record(int end) {
        take(end);
        length -= length > 0 && shown[start + length - 1] == LINE_FEED ? 1 : 0;
        length -= length > 0 && shown[start + length - 1] == '\r' ? 1 : 0;
        return Found.RECORD;
    }

    private void take(int end) {
        shown = buffer;
        start = next;
        length = end - next;
        recordOffset = bufferOffset + next;
        next = scanned = end;
        boundary.reset();
    }

    /** What is left at the end is a record, unless a quote is open over several lines. */
    private Found lastRecord() {
        return boundary.isOpen() && hasLineFeed() ? brokenLine() : record(limit);
    }

    private Found tooLong(boolean last) throws IOException {
        if (hasLineFeed()) {
            return brokenLine();
        }
        discarding = true;
        discardedFrom = bufferOffset + next;
        byte[] sample = Arrays.copyOfRange(buffer, next, next + Math.min(SAMPLE_BYTES, limit - next));
        next = scanned = limit;
        boundary.reset();
        shown = sample;
        return discard(last);
    }

    private Found brokenLine() {
        take(lineFeed() + 1);
        return Found.BROKEN;
    }

    private boolean hasLineFeed() {
        return lineFeed() < limit;
    }

    private int lineFeed() {
        int i = next;
        while (i < limit && buffer[i] != LINE_FEED) {
            i++;
        }
        return i;
    }

    private Found discard(boolean last) throws IOException {
        boolean ended = hasLineFeed();
        next = scanned = ended ? lineFeed() + 1 : limit;
        if (!ended && fill()) {
            return Found.MORE;
        }
        if (!ended && !last) {
            return Found.END;
        }
        discarding = false;
        start = 0;
        length = shown.length;
        recordOffset = discardedFrom;
        return Found.BROKEN;
    }

    private boolean fill() throws IOException {
        if (limit == buffer.length && next > 0) {
            byte[] target = shared ? new byte[buffer.length] : buffer;
            System.arraycopy(buffer, next, target, 0, limit - next);
            buffer = target;
            shared = false;
            bufferOffset += next;
            scanned -= next;
            limit -= next;
            next = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, limit * 2);
        }
        int count = input.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }

    /** The bytes in which the record lies; good until the next call, unless it is {@linkplain #share shared}. */
    byte[] buffer() {
        return shown;
    }

    /** Leaves the present buffer to others: the bytes of records found so far stay as they are. */
    void share() {
        shared = true;
    }

    /** A copy of the record. */
    byte[] record() {
        return Arrays.copyOfRange(shown, start, start + length);
    }

    /** How many bytes it reads at once. */
    int bufferBytes() {
        return buffer.length;
    }

    /** Where the record begins there. */
    int start() {
        return start;
    }

    /** How long it is, without the end of its line. */
    int length() {
        return length;
    }

    /** The record's bytes, or the first of them. */
    byte[] sample() {
        return Arrays.copyOfRange(shown, start, start + Math.min(length, SAMPLE_BYTES));
    }

    /** The offset in the file at which the record begins. */
    long recordOffset() {
        return recordOffset;
    }

    /** The offset in the file at which the next record begins. */
    long nextOffset() {
        return discarding ? discardedFrom : bufferOffset + next;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
