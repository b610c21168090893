package io.leat.engine.durable;

import io.leat.core.error.LeatException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work beside the run loop, one piece after the other: on a thread of its own, or at once for tests. */
public final class BackgroundWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final Executor executor;
    private final Runnable ending;

    private BackgroundWork(Executor executor, Runnable ending) {
        this.executor = executor;
        this.ending = ending;
    }

    /** On a thread of its own. */
    public static BackgroundWork onThread(String name) {
        ExecutorService service = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        return new BackgroundWork(service, service::shutdown);
    }

    /** By whatever executes it, which must keep the order. */
    public static BackgroundWork by(Executor executor) {
        return new BackgroundWork(executor, () -> {});
    }

    /** Work that has begun. */
    public static final class Task<T> {
        private final FutureTask<T> future;

        Task(Callable<T> work) {
            this.future = new FutureTask<>(work);
        }

        /** Whether it has come to its end. */
        boolean isDone() {
            return future.isDone();
        }

        /** Returns when it has come to its end, whatever came of it; does it at once if nobody has begun with it. */
        void await() {
            try {
                result();
            } catch (LeatException e) {
                LOG.debug("what failed is told to whoever asks for the result", e);
            }
        }

        /**
         * What came of it. Waits for that if it is under way, and does it at once if nobody has begun with it.
         *
         * @throws LeatException what it failed with
         */
        T result() {
            future.run();
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return future.get();
                    } catch (InterruptedException e) {
                        // It must come to its end; the interruption is passed on afterwards.
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private static LeatException failure(Throwable cause) {
            if (cause instanceof Error error) {
                throw error;
            }
            return cause instanceof LeatException leat
                    ? leat
                    : LeatException.internal("in work in the background", cause);
        }
    }

    /** Begins a piece of work. */
    <T> Task<T> begin(Callable<T> work) {
        Task<T> task = new Task<>(work);
        executor.execute(task.future);
        return task;
    }

    @Override
    public void close() {
        ending.run();
    }
}
