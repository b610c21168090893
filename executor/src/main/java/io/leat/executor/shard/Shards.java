package io.leat.executor.shard;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * How many shards a circuit has, and the threads that work on them. Threads are started when there is first enough work
 * for them. Safe from any thread: while one uses the threads, another does its work alone.
 */
public final class Shards implements AutoCloseable {
    /** The most shards that there can be. */
    public static final int COUNT_MAX = 64;

    /** One shard, on the thread of whoever turns the circuit. */
    public static final Shards ONE = new Shards(1, Integer.MAX_VALUE, "leat-shard");

    private final int count;
    private final int rowsMin;
    private final Workers workers;

    /**
     * So many shards.
     *
     * @param rowsMin fewer rows than this are not worth waking other threads for
     * @param threadNames what the names of their threads begin with
     */
    public Shards(int count, int rowsMin, String threadNames) {
        this.count = count;
        this.rowsMin = rowsMin;
        this.workers = new Workers(count - 1, threadNames);
    }

    /** As many shards as there are processors. */
    public static int defaultCount() {
        return Math.max(1, Math.min(COUNT_MAX, Runtime.getRuntime().availableProcessors()));
    }

    /** Rows from which on work is shared. */
    int rowsMin() {
        return rowsMin;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /**
     * Does the work of every shard, and returns when all of it is done.
     *
     * @param rows about how many rows it is about
     * @throws RuntimeException what the work of a shard threw: of several, that of the first shard
     */
    public void forEach(long rows, IntConsumer work) {
        if (count == 1 || rows < rowsMin || !workers.run(work)) {
            for (int shard = 0; shard < count; shard++) {
                work.accept(shard);
            }
        }
    }

    /**
     * Does tasks that do not depend on each other, and returns when all are done. Whichever thread is free takes the next.
     *
     * @param rows about how many rows they are about
     */
    public void forTasks(int tasks, long rows, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        IntConsumer taking = thread -> {
            for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
                work.accept(task);
            }
        };
        if (count == 1 || tasks == 1 || rows < rowsMin || !workers.run(taking)) {
            taking.accept(0);
        }
    }

    /** Ends the threads; work that comes later is done by whoever brings it. */
    @Override
    public void close() {
        workers.close();
    }
}
