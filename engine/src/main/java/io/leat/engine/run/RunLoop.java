package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a {@link Graph} its thread. Others reach the graph through {@link #call}: their work is done between two ticks, in
 * the order in which it came.
 */
public final class RunLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);
    private static final int COMMANDS_MAX = 1_024;
    private static final long POLL_MILLIS = 1;
    private static final long SLEEP_MILLIS = 100;

    private final Graph graph;
    private final BlockingQueue<FutureTask<?>> commands = new ArrayBlockingQueue<>(COMMANDS_MAX);
    private final Awaited awaited = new Awaited();
    private final Thread thread;
    private volatile boolean closed;
    private volatile LeatException failure;

    /** A loop for a graph; it does nothing before {@link #start}. */
    public RunLoop(Graph graph, String threadName) {
        this.graph = graph;
        this.thread = new Thread(this::run, threadName);
        this.thread.setDaemon(true);
    }

    /** Begins to turn. */
    public void start() {
        thread.start();
    }

    /**
     * Does something between two ticks and answers its result.
     *
     * @throws LeatException what the work threw, or CLOSED
     */
    public <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (Thread.currentThread() == thread) {
            task.run();
        } else {
            enqueue(task);
        }
        return result(task);
    }

    /** As {@link #call}, for work without a result. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Completes after a turn in which a condition holds; the condition is asked on the loop's thread. */
    public CompletableFuture<Void> when(BooleanSupplier condition) {
        return await(condition, false);
    }

    /** As {@link #when}; until then sources are read even if a reader of changes has not kept up. */
    public CompletableFuture<Void> whenRead(BooleanSupplier condition) {
        return await(condition, true);
    }

    private CompletableFuture<Void> await(BooleanSupplier condition, boolean pressing) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        run(() -> awaited.add(condition, future, pressing));
        return future;
    }

    private void enqueue(FutureTask<?> task) {
        try {
            while (!commands.offer(task, SLEEP_MILLIS, TimeUnit.MILLISECONDS)) {
                requireOpen();
            }
            if (closed && commands.remove(task)) {
                throw closedError();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for the engine", e);
        }
    }

    /**
     * Checks that it still turns.
     *
     * @throws LeatException CLOSED, or what stopped it
     */
    public void requireOpen() {
        if (closed) {
            throw closedError();
        }
    }

    private LeatException closedError() {
        return failure == null ? Graph.closedError() : failure;
    }

    private <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for the engine", e);
        } catch (java.util.concurrent.CancellationException e) {
            throw closedError();
        } catch (ExecutionException e) {
            throw asLeatException(e.getCause());
        }
    }

    private static LeatException asLeatException(Throwable cause) {
        return cause instanceof LeatException leat ? leat : LeatException.internal("in the run loop", cause);
    }

    private void run() {
        try {
            turnUntilClosed();
        } catch (InterruptedException e) {
            LOG.debug("the run loop was interrupted", e);
        } catch (RuntimeException | Error e) {
            LOG.error("the run loop stopped", e);
            failure = asLeatException(e);
            graph.fail(failure);
        } finally {
            closed = true;
            commands.forEach(task -> task.cancel(false));
            awaited.fail(closedError());
        }
    }

    private void turnUntilClosed() throws InterruptedException {
        while (!closed) {
            int work = turnOnce();
            FutureTask<?> command = commands.poll(work > 0 ? 0 : pauseMillis(), TimeUnit.MILLISECONDS);
            while (command != null && !closed) {
                command.run();
                command = commands.poll();
            }
            if (command != null) {
                command.cancel(false);
            }
        }
    }

    private int turnOnce() {
        int work = graph.turn(awaited.isPressing());
        awaited.check();
        return work;
    }

    private long pauseMillis() {
        return graph.isPolling() ? POLL_MILLIS : SLEEP_MILLIS;
    }

    /** Ends the loop after the tick that is under way; idempotent. Does not close the graph. */
    @Override
    public void close() {
        closed = true;
        if (Thread.currentThread() == thread || !thread.isAlive()) {
            return;
        }
        commands.offer(new FutureTask<>(() -> null));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // The graph may be closed only when nobody turns it any more: the interruption is passed on afterwards.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
