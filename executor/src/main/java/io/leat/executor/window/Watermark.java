package io.leat.executor.window;

import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.LongValues;

/** The watermark that an operator had at the end of the last tick, remembered with its other state. */
final class Watermark {
    private static final int KNOWN = 0;
    private static final int VALUE = 1;

    private final LongValues values;

    Watermark(OperatorContext context) {
        values = context.open("watermark", LongValues.kind());
    }

    /** Milliseconds; {@code Long.MIN_VALUE} before the first tick. */
    long get() {
        return values.get(KNOWN) == 0 ? Long.MIN_VALUE : values.get(VALUE);
    }

    void set(long watermark) {
        values.set(KNOWN, 1);
        values.set(VALUE, watermark);
    }
}
