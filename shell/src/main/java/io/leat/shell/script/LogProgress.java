package io.leat.shell.script;

import java.io.PrintWriter;

/** Progress in a log: a line every few seconds. */
public final class LogProgress implements ProgressOutput {
    private static final int PERIOD_MILLIS = 5_000;

    private final PrintWriter log;

    /** Lines in, usually, standard error. */
    public LogProgress(PrintWriter log) {
        this.log = log;
    }

    @Override
    public int periodMillis() {
        return PERIOD_MILLIS;
    }

    @Override
    public void write(String text) {
        log.println(text);
        log.flush();
    }

    @Override
    public void erase() {
        // what is in a log stays there
    }
}
