package io.leat.executor.shard;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Threads that do one thing together with the thread that asks for it: each its own part. They wait for the next thing a
 * moment without going to sleep, since rounds of one tick follow each other closely.
 */
final class Workers {
    private static final int SPINS = 3_000;

    private final Worker[] workers;
    private final String names;
    private final int spins;
    private final RuntimeException[] failures;
    private final Error[] errors;
    private final AtomicInteger busy = new AtomicInteger();
    private final ReentrantLock using = new ReentrantLock();
    private boolean started;
    private volatile boolean closed;
    private volatile long round;
    private volatile Thread waiting;
    private IntConsumer work;

    Workers(int count, String names) {
        this.workers = new Worker[count];
        this.names = names;
        this.spins = count < Runtime.getRuntime().availableProcessors() ? SPINS : 0;
        this.failures = new RuntimeException[count + 1];
        this.errors = new Error[count + 1];
    }

    /**
     * Does part 0 on this thread and each other part on its own thread.
     *
     * @return whether it was done; false if another thread is using the workers, or they have been closed
     * @throws RuntimeException what the first part that failed threw
     */
    boolean run(IntConsumer parts) {
        if (using.isHeldByCurrentThread() || !using.tryLock()) {
            return false;
        }
        try {
            if (closed) {
                return false;
            }
            start();
            runAll(parts);
            return true;
        } finally {
            using.unlock();
        }
    }

    private void start() {
        if (started) {
            return;
        }
        started = true;
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(i + 1);
            workers[i].thread.start();
        }
    }

    private void runAll(IntConsumer parts) {
        work = parts;
        busy.set(workers.length);
        round = round + 1;
        for (Worker worker : workers) {
            if (worker.asleep) {
                LockSupport.unpark(worker.thread);
            }
        }
        doPart(0, parts);
        awaitOthers();
        work = null;
        throwFirst();
    }

    private void doPart(int part, IntConsumer parts) {
        try {
            parts.accept(part);
        } catch (RuntimeException e) {
            failures[part] = e;
        } catch (Error e) {
            errors[part] = e;
        }
    }

    private void awaitOthers() {
        for (int i = 0; i < spins && busy.get() > 0; i++) {
            Thread.onSpinWait();
        }
        waiting = Thread.currentThread();
        boolean interrupted = false;
        while (busy.get() > 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        waiting = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFirst() {
        RuntimeException failure = null;
        Error error = null;
        for (int part = 0; part < failures.length; part++) {
            boolean first = failure == null && error == null;
            failure = first ? failures[part] : failure;
            error = first ? errors[part] : error;
            failures[part] = null;
            errors[part] = null;
        }
        if (failure != null) {
            throw failure;
        }
        if (error != null) {
            throw error;
        }
    }

    /** Ends the threads after what they are doing; idempotent. */
    void close() {
        using.lock();
        try {
            closed = true;
            if (started) {
                for (Worker worker : workers) {
                    worker.end();
                }
            }
        } finally {
            using.unlock();
        }
    }

    /** One thread. */
    private final class Worker implements Runnable {
        private final int part;
        private final Thread thread;
        private volatile boolean asleep;

        Worker(int part) {
            this.part = part;
            this.thread = new Thread(this, names + "-" + part);
            this.thread.setDaemon(true);
        }

        @Override
        public void run() {
            long done = 0;
            while (awaitRound(done)) {
                done++;
                doPart(part, work);
                if (busy.decrementAndGet() == 0) {
                    LockSupport.unpark(waiting);
                }
            }
        }

        /** Whether there is another round; false at the end. */
        private boolean awaitRound(long done) {
            for (int i = 0; i < spins && round == done && !closed; i++) {
                Thread.onSpinWait();
            }
            if (round == done && !closed) {
                asleep = true;
                while (round == done && !closed) {
                    LockSupport.park(this);
                }
                asleep = false;
            }
            return round != done;
        }

        private void end() {
            LockSupport.unpark(thread);
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    // The thread ends soon; the interruption is passed on afterwards.
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
