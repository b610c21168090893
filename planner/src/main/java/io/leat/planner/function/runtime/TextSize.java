package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/** Keeps a small call from making a huge text: {@code REPEAT('x', 2000000000)}. */
final class TextSize {

    /** The most UTF-16 units that a function may make. */
    static final int MAX = 1 << 24;

    private TextSize() {}

    static void check(long length) {
        if (length > MAX) {
            throw LeatException.of(
                    ErrorCode.LIMIT_EXCEEDED, "a text of " + length + " characters is longer than the limit of " + MAX);
        }
    }
}
