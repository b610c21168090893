package io.leat.engine.view;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands changes from the run loop to one reader. The loop never waits here: it asks {@link #isFull} before it takes in
 * more, so that a queue exceeds its limit by one tick at most.
 */
public final class ChangeQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<TickChange> ticks = new ArrayDeque<>();
    private final Clock clock;
    private final int rowsMax;
    private final boolean progress;
    private long rows;
    private boolean ended;
    private boolean canceled;
    private boolean closed;
    private LeatException failure;

    /** A queue that is full when so many rows wait in it. */
    public ChangeQueue(int rowsMax, Clock clock) {
        this(rowsMax, clock, false);
    }

    /**
     * A queue that is full when so many rows wait in it.
     *
     * @param progress whether the reader wants to know of ticks that changed nothing; of several that wait one after the
     *     other he gets the last
     */
    public ChangeQueue(int rowsMax, Clock clock, boolean progress) {
        this.rowsMax = rowsMax;
        this.clock = clock;
        this.progress = progress;
    }

    /** Whether the reader wants to know of ticks that changed nothing. */
    public boolean tellsProgress() {
        return progress;
    }

    /** Adds a tick's change; nothing happens if the reader has gone, or it is empty and nobody wants to know. */
    public void offer(TickChange change) {
        boolean empty = change.change().isEmpty();
        if (empty && !progress) {
            return;
        }
        locked(() -> {
            if (!closed) {
                if (empty && !ticks.isEmpty() && ticks.getLast().change().isEmpty()) {
                    ticks.removeLast();
                }
                ticks.add(change);
                rows += change.change().rows();
            }
        });
    }

    /** Says that no more changes come. */
    public void end() {
        locked(() -> ended = true);
    }

    /** Says that the changes ended in a failure. */
    public void fail(LeatException reason) {
        locked(() -> {
            failure = failure == null ? reason : failure;
            ended = true;
        });
    }

    /** Makes the reader's next call, or the one that waits now, fail. */
    public void cancel() {
        locked(() -> canceled = true);
    }

    /** The reader has gone: what waits is dropped, and so is whatever comes. */
    public void close() {
        locked(() -> {
            closed = true;
            ticks.clear();
            rows = 0;
        });
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the reader has gone. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Whether as many rows wait as may. */
    public boolean isFull() {
        lock.lock();
        try {
            return rows >= rowsMax;
        } finally {
            lock.unlock();
        }
    }

    /** How many rows wait; the end of each tick is one too if the reader wants to know of it. */
    public long rows() {
        lock.lock();
        try {
            return progress ? rows + ticks.size() : rows;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next tick's change; waits for it. Empty at the end.
     *
     * @param timeout how long to wait at most, or null for as long as it takes
     * @throws LeatException CANCELED, CLOSED, TIMEOUT, or the failure that ended the changes
     */
    public Optional<TickChange> take(Duration timeout) {
        long deadline = timeout == null ? 0 : clock.nanos() + timeout.toNanos();
        lock.lock();
        try {
            while (ticks.isEmpty() && !ended && !canceled && !closed) {
                await(timeout == null ? Long.MAX_VALUE : deadline - clock.nanos());
            }
            return next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for changes", e);
        } finally {
            lock.unlock();
        }
    }

    private void await(long nanos) throws InterruptedException {
        if (nanos <= 0) {
            throw LeatException.of(ErrorCode.TIMEOUT, "no change came in the time allowed");
        }
        changed.awaitNanos(nanos);
    }

    private Optional<TickChange> next() {
        if (canceled) {
            canceled = false;
            throw LeatException.of(ErrorCode.CANCELED, "the statement was canceled");
        }
        if (closed) {
            throw LeatException.of(ErrorCode.CLOSED, "the cursor is closed");
        }
        TickChange next = ticks.poll();
        if (next != null) {
            rows -= next.change().rows();
        } else if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(next);
    }
}
