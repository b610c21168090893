package io.leat.shell.script;

import io.leat.core.error.LeatException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Says how far something has come that takes long. Says nothing in the first second, and nothing at all where nobody looks.
 */
public final class ProgressLine implements AutoCloseable {
    private static final int DELAY_MILLIS = 1_000;

    private final Optional<ProgressOutput> output;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> writing;

    private ProgressLine(Optional<ProgressOutput> output) {
        this.output = output;
    }

    /** One that is written somewhere. */
    public static ProgressLine to(ProgressOutput output) {
        return new ProgressLine(Optional.of(output));
    }

    /** One that nobody sees. */
    public static ProgressLine nowhere() {
        return new ProgressLine(Optional.empty());
    }

    /**
     * Begins to say something.
     *
     * @param text asked each time, on a thread of its own; empty for nothing
     */
    public synchronized void start(Supplier<String> text) {
        if (output.isPresent()) {
            timer = timer == null ? Executors.newSingleThreadScheduledExecutor(ProgressLine::thread) : timer;
            writing = timer.scheduleAtFixedRate(
                    () -> write(text), DELAY_MILLIS, output.get().periodMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "leat-progress");
        thread.setDaemon(true);
        return thread;
    }

    private void write(Supplier<String> source) {
        String text = text(source);
        synchronized (this) {
            if (writing != null && !text.isEmpty()) {
                output.orElseThrow().write(text);
            }
        }
    }

    private static String text(Supplier<String> source) {
        try {
            return source.get();
        } catch (LeatException e) {
            return "";
        }
    }

    /** Ends it; a line on a terminal is erased. */
    public synchronized void stop() {
        if (writing != null) {
            writing.cancel(false);
            writing = null;
            output.orElseThrow().erase();
        }
    }

    @Override
    public synchronized void close() {
        stop();
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }
}
