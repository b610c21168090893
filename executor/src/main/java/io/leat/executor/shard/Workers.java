package io.leat.executor.shard;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Threads that help the one that has work, one round after another. They wait for the next round a moment without going to
 * sleep, since rounds of one tick follow each other closely.
 */
final class Workers {
    private static final int SPINS = 2_000;

    private final Worker[] workers;
    private final String names;
    private final int spins;
    private final ReentrantLock using = new ReentrantLock();
    private boolean started;
    private volatile boolean closed;
    private volatile Round current;

    Workers(int count, String names) {
        this.workers = new Worker[count];
        this.names = names;
        this.spins = count < Runtime.getRuntime().availableProcessors() ? SPINS : 0;
    }

    /**
     * Does one part more than there are threads.
     *
     * @return whether it was done; false if another thread is using the workers, or they have been closed
     * @throws RuntimeException what the first part that failed threw
     */
    boolean run(IntConsumer work) {
        if (using.isHeldByCurrentThread() || !using.tryLock()) {
            return false;
        }
        try {
            if (closed) {
                return false;
            }
            start();
            Round round = new Round(workers.length + 1, work);
            current = round;
            wake();
            round.help(0);
            round.await(spins);
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

    private void wake() {
        for (Worker worker : workers) {
            if (worker.asleep) {
                LockSupport.unpark(worker.thread);
            }
        }
    }

    /** Ends the threads after what they are doing; idempotent. */
    void close() {
        using.lock();
        try {
            closed = true;
            current = null;
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
        private final int number;
        private final Thread thread;
        private volatile boolean asleep;

        Worker(int number) {
            this.number = number;
            this.thread = new Thread(this, names + "-" + number);
            this.thread.setDaemon(true);
        }

        @Override
        public void run() {
            Round helped = null;
            while (!closed) {
                helped = awaitOther(helped);
                if (helped != null) {
                    helped.help(number);
                }
            }
        }

        /** The next round; null at the end. */
        private Round awaitOther(Round last) {
            for (int i = 0; i < spins && current == last && !closed; i++) {
                Thread.onSpinWait();
            }
            if (current == last) {
                asleep = true;
                while (current == last && !closed) {
                    LockSupport.park(this);
                }
                asleep = false;
            }
            return current;
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
