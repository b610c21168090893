package io.leat.shell.live;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.engine.ChangeCursor;
import io.leat.engine.Changes;
import java.util.Optional;

/** Follows a view on a thread of its own and keeps the content up to date. Closing it ends the thread. */
public final class LiveReader implements AutoCloseable {
    private final ChangeCursor cursor;
    private final LiveContent content;
    private final Clock clock;
    private final Thread thread;
    private volatile LeatException failure;
    private volatile boolean ended;

    /** Begins to follow. */
    public LiveReader(ChangeCursor cursor, LiveContent content, Clock clock) {
        this.cursor = cursor;
        this.content = content;
        this.clock = clock;
        thread = new Thread(this::read, "leat-live");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            Optional<Changes> changes = cursor.nextChanges();
            while (changes.isPresent()) {
                content.apply(changes.get(), clock.nanos());
                changes = cursor.nextChanges();
            }
        } catch (LeatException e) {
            boolean closed = e.code() == ErrorCode.CLOSED || e.code() == ErrorCode.CANCELED;
            failure = closed ? null : e;
        } finally {
            ended = true;
        }
    }

    /** Whether no change will come any more. */
    public boolean ended() {
        return ended;
    }

    /** What ended it, if it was a failure. */
    public Optional<LeatException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        cursor.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
