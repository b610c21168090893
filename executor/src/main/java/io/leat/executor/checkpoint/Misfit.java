package io.leat.executor.checkpoint;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/** The errors of checkpoints whose files are whole and whose parts do not fit what they are read into. */
final class Misfit {
    private Misfit() {}

    static LeatException of(String part, String what) {
        return of(part, what, null);
    }

    static LeatException of(String part, String what, Throwable cause) {
        return LeatException.of(ErrorCode.DATA_CORRUPTED, "the checkpoint of " + part + " does not fit: " + what, cause)
                .hint("It was written by another version of Leat, or for another definition.");
    }
}
