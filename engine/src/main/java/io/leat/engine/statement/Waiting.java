package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.Settings;
import io.leat.engine.progress.ReadingProgress;
import io.leat.engine.progress.Step;
import io.leat.engine.progress.Watch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/** Waits for the run loop on behalf of a statement, which may be canceled or run out of time. */
final class Waiting implements Watch {
    private static final long LOOK_MILLIS = 20;

    private final Execution execution;
    private final Duration limit;
    private final long deadline;

    Waiting(Execution execution) {
        this.execution = execution;
        this.limit = execution.session().timeLimit();
        this.deadline = limit.isZero() ? Long.MAX_VALUE : execution.nanos() + limit.toNanos();
    }

    /** Returns after a turn in which the condition holds. Slow readers of changes do not delay it. */
    void until(BooleanSupplier condition) {
        CompletableFuture<Void> reached = execution.database().loop().whenRead(condition);
        try {
            while (!isDone(reached)) {
                check();
            }
        } finally {
            reached.cancel(false);
        }
    }

    private static boolean isDone(CompletableFuture<Void> future) {
        try {
            future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for the engine", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LeatException leat ? leat : LeatException.internal("while waiting", e);
        }
    }

    /** Takes a lock that the caller gives back. */
    void lock(Lock lock) {
        try {
            while (!lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for another statement", e);
        }
    }

    @Override
    public void reached(Step step, ReadingProgress progress) {
        execution.progress().reached(step, progress);
    }

    /**
     * Goes on, or does not.
     *
     * @throws LeatException CANCELED or TIMEOUT
     */
    @Override
    public void check() {
        execution.cancellation().check();
        if (execution.nanos() > deadline) {
            throw LeatException.of(ErrorCode.TIMEOUT, "the statement took longer than " + limit.toMillis() + " ms")
                    .hint("SET " + Settings.STATEMENT_TIMEOUT + " = 0 removes the limit of the session.");
        }
    }
}
