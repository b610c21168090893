package io.leat.executor.circuit;

import java.util.function.ToLongFunction;

/** What a node has counted on all its shards since it was wired. Written by the shards, read by anyone: each number on its own is right. */
public final class NodeCounters {
    private final Shard[] shards;

    NodeCounters(int count) {
        shards = new Shard[count];
        for (int i = 0; i < count; i++) {
            shards[i] = new Shard();
        }
    }

    /** Rows that came in, whatever their weights. */
    public long rowsIn() {
        return sum(shard -> shard.rowsIn);
    }

    /** Rows that came out, whatever their weights. */
    public long rowsOut() {
        return sum(shard -> shard.rowsOut);
    }

    /** Time that all shards together took. */
    public long nanos() {
        return sum(shard -> shard.nanos);
    }

    private long sum(ToLongFunction<Shard> number) {
        long sum = 0;
        for (Shard shard : shards) {
            sum += number.applyAsLong(shard);
        }
        return sum;
    }

    void addOut(int shard, long rows) {
        shards[shard].rowsOut = shards[shard].rowsOut + rows;
    }

    void addTurn(int shard, long rows, long duration) {
        shards[shard].rowsIn = shards[shard].rowsIn + rows;
        shards[shard].nanos = shards[shard].nanos + duration;
    }

    /** The numbers of one shard, written by one thread at a time. */
    private static final class Shard {
        private volatile long rowsIn;
        private volatile long rowsOut;
        private volatile long nanos;
    }
}
