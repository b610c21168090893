package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/** Lets another thread end a statement. */
public final class Cancellation {
    private volatile boolean canceled;

    /** Asks the statement to end. */
    public void cancel() {
        canceled = true;
    }

    /**
     * Goes on, or does not.
     *
     * @throws LeatException CANCELED if the statement has been asked to end
     */
    public void check() {
        if (canceled) {
            throw LeatException.of(ErrorCode.CANCELED, "the statement was canceled");
        }
    }
}
