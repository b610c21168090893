package io.leat.engine.run;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a {@link Graph} its thread. Others reach the graph through {@link #call}: their work is done between two ticks, in
 * the order in which it came. Writes that come together share a tick, and so one sync of the disk.
 */
public final class RunLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);
    private static final int COMMANDS_MAX = 1_024;
    private static final long POLL_MILLIS = 1;
    private static final long SLEEP_MILLIS = 100;
    private static final String STOPPED =
            "The engine has stopped. Nothing of its last tick was seen; a database directory goes on"
                    + " from there when it is opened again.";

    private final Graph graph;
    private final BlockingQueue<Command<?>> commands = new ArrayBlockingQueue<>(COMMANDS_MAX);
    private final List<Command<?>> written = new ArrayList<>();
    private final Awaited awaited = new Awaited();
    private final boolean byHand;
    private final Thread thread;
    private boolean busy;
    private volatile boolean closed;
    private volatile LeatException failure;

    /** A loop for a graph; it does nothing before {@link #start}. */
    public RunLoop(Graph graph, String threadName) {
        this.graph = graph;
        this.byHand = false;
        this.thread = new Thread(this::run, threadName);
        this.thread.setDaemon(true);
    }

    private RunLoop(Graph graph) {
        this.graph = graph;
        this.byHand = true;
        this.thread = Thread.currentThread();
    }

    /** A loop without a thread: it turns for what it is called to do, and by {@link #turn}; for one thread, and simulations. */
    public static RunLoop byHand(Graph graph) {
        return new RunLoop(graph);
    }

    /** Begins to turn, if it has a thread. */
    public void start() {
        if (!byHand) {
            thread.start();
        }
    }

    /**
     * Turns a loop without a thread once.
     *
     * @return about how much there was to do; 0 for nothing
     * @throws LeatException what stopped it
     */
    public int turn() {
        requireOpen();
        return doByHand(this::turnOnce);
    }

    /** Turns a loop without a thread once, for somebody who does something beside it; nothing if it has a thread. */
    void turnByHand() {
        if (byHand && !busy) {
            turn();
        }
    }

    /** Does something as the loop's thread would: what goes wrong with a tick stops the loop. */
    private int doByHand(IntSupplier step) {
        busy = true;
        try {
            return step.getAsInt();
        } catch (RuntimeException | Error e) {
            stop(e);
            throw failure;
        } finally {
            busy = false;
        }
    }

    /**
     * Does something between two ticks and answers its result.
     *
     * @throws LeatException what the work threw, or CLOSED
     */
    public <T> T call(Callable<T> work) {
        return done(new Command<>(Command.Kind.BETWEEN_TICKS, work));
    }

    /** As {@link #call}, for work that does not mind whether the writes before it are in the graph already. */
    public <T> T look(Callable<T> work) {
        return done(new Command<>(Command.Kind.LOOK, work));
    }

    /**
     * Changes tables. Returns when the change is safe and all views have it.
     *
     * @throws LeatException what the work threw, or what stopped the engine
     */
    public void write(Runnable work) {
        done(new Command<>(Command.Kind.WRITE, () -> {
            work.run();
            return null;
        }));
    }

    private <T> T done(Command<T> command) {
        if (byHand && !busy) {
            requireOpen();
            doByHand(() -> doAll(command));
        } else if (Thread.currentThread() == thread) {
            command.run();
            command.tell();
        } else {
            enqueue(command);
        }
        return result(command);
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

    private void enqueue(Command<?> command) {
        try {
            while (!commands.offer(command, SLEEP_MILLIS, TimeUnit.MILLISECONDS)) {
                requireOpen();
            }
            if (closed && commands.remove(command)) {
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

    private static <T> T result(Command<T> command) {
        try {
            return command.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LeatException.of(ErrorCode.CANCELED, "interrupted while waiting for the engine", e);
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
            graph.checkpoint();
        } catch (InterruptedException e) {
            LOG.debug("the run loop was interrupted", e);
        } catch (RuntimeException | Error e) {
            // First of all: telling takes memory, which may be what is missing.
            stop(e);
            LOG.error("the run loop stopped", e);
        } finally {
            end();
        }
    }

    private void closeByHand() {
        try {
            graph.checkpoint();
        } catch (RuntimeException | Error e) {
            stop(e);
        } finally {
            end();
        }
    }

    private void stop(Throwable reason) {
        LeatException error = asLeatException(reason);
        failure = error.code() == ErrorCode.OUT_OF_MEMORY ? error.detail(STOPPED) : error;
        graph.fail(failure);
        end();
    }

    private void end() {
        closed = true;
        written.forEach(command -> command.fail(closedError()));
        commands.forEach(command -> command.fail(closedError()));
        awaited.fail(closedError());
    }

    private void turnUntilClosed() throws InterruptedException {
        while (!closed) {
            int work = turnOnce();
            doAll(commands.poll(work > 0 ? 0 : pauseMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Does a command and those that wait behind it. */
    private int doAll(Command<?> first) {
        int done = 0;
        for (Command<?> command = first; command != null; command = commands.poll()) {
            if (closed) {
                command.fail(closedError());
            } else {
                run(command);
            }
            done++;
        }
        settle();
        return done;
    }

    private void run(Command<?> command) {
        if (command.kind() == Command.Kind.BETWEEN_TICKS) {
            settle();
        }
        command.run();
        command.memoryRanOut().ifPresent(e -> {
            command.tell();
            throw e;
        });
        if (command.kind() == Command.Kind.WRITE) {
            written.add(command);
        } else {
            command.tell();
        }
    }

    /** Takes what was written into a tick, which makes it safe before anybody sees it, and tells who wrote it. */
    private void settle() {
        if (!written.isEmpty()) {
            turnOnce();
            written.forEach(Command::tell);
            written.clear();
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
        if (byHand && !closed) {
            closeByHand();
        }
        closed = true;
        if (Thread.currentThread() == thread || !thread.isAlive()) {
            return;
        }
        commands.offer(new Command<>(Command.Kind.LOOK, () -> null));
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
