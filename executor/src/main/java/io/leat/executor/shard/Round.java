package io.leat.executor.shard;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Parts of one piece of work, each done once by whichever thread takes it first. A thread begins with the part of its own
 * number, so that the same state mostly stays with the same processor, and goes on with parts that nobody has begun:
 * nobody waits for a thread that is still asleep.
 */
final class Round {
    private final Thread caller;
    private final AtomicIntegerArray taken;
    private final AtomicInteger left;
    private final RuntimeException[] failures;
    private final Error[] errors;
    private IntConsumer work;

    Round(int parts, IntConsumer work) {
        this.work = work;
        this.caller = Thread.currentThread();
        this.taken = new AtomicIntegerArray(parts);
        this.left = new AtomicInteger(parts);
        this.failures = new RuntimeException[parts];
        this.errors = new Error[parts];
    }

    /** Does parts that nobody has begun, beginning with one, until there are none. */
    void help(int first) {
        int parts = taken.length();
        for (int i = 0; i < parts; i++) {
            int part = (first + i) % parts;
            if (taken.get(part) == 0 && taken.compareAndSet(part, 0, 1)) {
                doPart(part);
            }
        }
    }

    private void doPart(int part) {
        try {
            work.accept(part);
        } catch (RuntimeException e) {
            failures[part] = e;
        } catch (Error e) {
            errors[part] = e;
        }
        if (left.decrementAndGet() == 0) {
            LockSupport.unpark(caller);
        }
    }

    /**
     * Waits until all parts are done; for who made it only.
     *
     * @param spins how often to look before going to sleep
     * @throws RuntimeException what the first part that failed threw
     */
    void await(int spins) {
        for (int i = 0; i < spins && left.get() > 0; i++) {
            Thread.onSpinWait();
        }
        boolean interrupted = false;
        while (left.get() > 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            caller.interrupt();
        }
        // Threads may hold on to a round that is over, but not to what it was about.
        work = null;
        throwFirst();
    }

    private void throwFirst() {
        for (int part = 0; part < failures.length; part++) {
            if (failures[part] != null) {
                throw failures[part];
            }
            if (errors[part] != null) {
                throw errors[part];
            }
        }
    }
}
