package io.leat.shell.script;

import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;
import java.io.PrintWriter;

/** Writes errors for people, with the place in the text that they came from. */
public final class ErrorWriter {
    private final PrintWriter err;

    /** A writer to, usually, standard error. */
    public ErrorWriter(PrintWriter err) {
        this.err = err;
    }

    /** Writes an error of a statement; what the engine did not foresee is shown as an internal one, without its trace. */
    public void write(Throwable error, String script) {
        err.print(ErrorText.render(asLeat(error), script));
        err.flush();
    }

    /** The error as one that has a code. */
    public static LeatException asLeat(Throwable error) {
        return error instanceof LeatException leat
                ? leat
                : LeatException.internal("while a statement was running", error);
    }
}
