package io.leat.connector.format.csv;

import io.leat.connector.format.ByteWords;
import io.leat.connector.format.RecordBoundary;

/** Finds the line feed that ends a CSV record: the first one that is not inside quotes. */
final class CsvBoundary implements RecordBoundary {
    private final byte delimiter;
    private final byte quote;
    private final long quotes;
    private final boolean comments;
    private State state = State.RECORD_START;

    private enum State {
        RECORD_START,
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        COMMENT
    }

    CsvBoundary(CsvStyle style) {
        delimiter = (byte) style.delimiter();
        quote = (byte) style.quote();
        quotes = ByteWords.of(quote);
        comments = style.comments();
    }

    @Override
    public int find(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to) {
            at = switch (state) {
                case PLAIN -> plain(buffer, at, to);
                case QUOTED -> behind(ByteWords.find(buffer, at, to, quotes), State.QUOTE_IN_QUOTED, to);
                case COMMENT -> feed(ByteWords.find(buffer, at, to, LINE_FEEDS), to);
                default -> one(buffer, at);
            };
            if (at < 0) {
                return -at;
            }
        }
        return -1;
    }

    /** Looks at one byte; the place behind it, below zero if that is the end of the record. */
    private int one(byte[] buffer, int at) {
        byte b = buffer[at];
        if (b == '\n') {
            return -(at + 1);
        }
        state = next(b);
        return at + 1;
    }

    private State next(byte b) {
        if (state == State.RECORD_START && comments && b == CsvStyle.COMMENT) {
            return State.COMMENT;
        }
        if (b == delimiter) {
            return State.FIELD_START;
        }
        return b == quote ? State.QUOTED : State.PLAIN;
    }

    /** Goes on to the line feed, or behind a quote that follows a delimiter; other quotes are plain characters. */
    private int plain(byte[] buffer, int from, int to) {
        int at = ByteWords.findEither(buffer, from, to, LINE_FEEDS, quotes);
        while (at >= 0 && buffer[at] == quote && !(at > from && buffer[at - 1] == delimiter)) {
            at = ByteWords.findEither(buffer, at + 1, to, LINE_FEEDS, quotes);
        }
        if (at < 0) {
            state = buffer[to - 1] == delimiter ? State.FIELD_START : State.PLAIN;
            return to;
        }
        return buffer[at] == '\n' ? -(at + 1) : behind(at, State.QUOTED, to);
    }

    private int behind(int found, State then, int to) {
        if (found < 0) {
            return to;
        }
        state = then;
        return found + 1;
    }

    private static int feed(int found, int to) {
        return found < 0 ? to : -(found + 1);
    }

    @Override
    public boolean isOpen() {
        return state == State.QUOTED;
    }

    @Override
    public void reset() {
        state = State.RECORD_START;
    }
}
