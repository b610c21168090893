package io.leat.engine;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Reads a cursor on a thread of its own and calls a listener. */
final class ListenerSubscription implements Subscription {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Leat leat;
    private final ChangeCursor cursor;
    private final Consumer<Changes> listener;
    private final Thread thread;
    private final Runnable closing = this::close;
    private volatile LeatException failure;

    ListenerSubscription(Leat leat, ChangeCursor cursor, Consumer<Changes> listener) {
        this.leat = leat;
        this.cursor = cursor;
        this.listener = listener;
        this.thread = new Thread(this::run, "leat-subscription-" + STARTED.incrementAndGet());
        this.thread.setDaemon(true);
        leat.opened(closing);
        thread.start();
    }

    private void run() {
        try {
            Optional<Changes> changes = cursor.nextChanges();
            while (changes.isPresent()) {
                listener.accept(changes.get());
                changes = cursor.nextChanges();
            }
        } catch (LeatException e) {
            failure = e.code() == ErrorCode.CLOSED ? null : e;
        } catch (RuntimeException e) {
            failure = LeatException.of(ErrorCode.DATA, "the listener of a subscription failed", e);
        } finally {
            cursor.close();
            leat.closed(closing);
        }
    }

    @Override
    public boolean awaitEnd(Duration timeout) {
        join(timeout.toMillis());
        if (failure != null) {
            throw failure;
        }
        return !thread.isAlive();
    }

    private void join(long millis) {
        try {
            thread.join(Math.max(1, millis)); // 0 would mean for ever
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for a subscription", e);
        }
    }

    @Override
    public void close() {
        leat.closed(closing);
        cursor.close();
        if (Thread.currentThread() != thread) {
            join(Long.MAX_VALUE);
        }
    }
}
