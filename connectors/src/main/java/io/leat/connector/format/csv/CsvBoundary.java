package io.leat.connector.format.csv;

import io.leat.connector.format.RecordBoundary;

/** Finds the line feed that ends a CSV record: the first one that is not inside quotes. */
final class CsvBoundary implements RecordBoundary {
    private final byte delimiter;
    private final byte quote;
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
        comments = style.comments();
    }

    @Override
    public int find(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = buffer[i];
            if (b == '\n' && state != State.QUOTED) {
                return i + 1;
            }
            state = next(b);
        }
        return -1;
    }

    private State next(byte b) {
        return switch (state) {
            case RECORD_START -> comments && b == CsvStyle.COMMENT ? State.COMMENT : fieldStart(b);
            case FIELD_START -> fieldStart(b);
            case PLAIN -> b == delimiter ? State.FIELD_START : State.PLAIN;
            case QUOTED -> b == quote ? State.QUOTE_IN_QUOTED : State.QUOTED;
            case QUOTE_IN_QUOTED -> b == quote ? State.QUOTED : b == delimiter ? State.FIELD_START : State.PLAIN;
            case COMMENT -> State.COMMENT;
        };
    }

    private State fieldStart(byte b) {
        return b == quote ? State.QUOTED : b == delimiter ? State.FIELD_START : State.PLAIN;
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
