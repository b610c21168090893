package io.leat.shell.script;

import io.leat.core.error.LeatException;
import io.leat.engine.Session;
import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Says how far the sources have been read while something takes long, on one line that is written over and in the end
 * erased. Draws nothing in the first second, and nothing at all where nobody looks.
 */
public final class ProgressLine implements AutoCloseable {
    private static final int DELAY_MILLIS = 1_000;
    private static final int PERIOD_MILLIS = 500;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final SourceProgress progress;
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> drawing;
    private boolean drawn;

    /**
     * A line at the end of a terminal.
     *
     * @param session a session of its own, so that asking does not get in the way of what runs
     * @param visible whether the output is a terminal
     */
    public ProgressLine(PrintWriter terminal, Session session, boolean visible) {
        this.terminal = terminal;
        this.progress = new SourceProgress(session);
        this.timer = visible ? Executors.newSingleThreadScheduledExecutor(ProgressLine::thread) : null;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "leat-progress");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to watch. */
    public synchronized void start() {
        if (timer != null) {
            drawing = timer.scheduleAtFixedRate(this::draw, DELAY_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void draw() {
        String text = text();
        synchronized (this) {
            if (drawing != null && !text.isEmpty()) {
                terminal.print(ERASE + text);
                terminal.flush();
                drawn = true;
            }
        }
    }

    private String text() {
        try {
            return progress.text();
        } catch (LeatException e) {
            return "";
        }
    }

    /** Ends it and erases the line. */
    public synchronized void stop() {
        if (drawing != null) {
            drawing.cancel(false);
            drawing = null;
        }
        if (drawn) {
            terminal.print(ERASE);
            terminal.flush();
            drawn = false;
        }
    }

    @Override
    public void close() {
        stop();
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
