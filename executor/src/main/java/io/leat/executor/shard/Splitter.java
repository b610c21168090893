package io.leat.executor.shard;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends the rows of a change to the shards where their keys live. Keeps their order. Not safe for several threads. */
public final class Splitter {
    private final KeyHash keys;
    private final int shards;
    private final int[] counts;
    private final int[] next;
    private int[] shardOfRow = new int[0];

    /**
     * A splitter by the hash of some columns.
     *
     * @param types the types of all columns
     */
    public Splitter(List<DataType> types, List<Integer> columns, int shards) {
        this.keys = new KeyHash(types, columns);
        this.shards = shards;
        this.counts = new int[shards];
        this.next = new int[shards];
    }

    /** The part of a change that each shard gets. */
    public ZSet[] split(ZSet change) {
        ZSet[] parts = new ZSet[shards];
        if (change.isEmpty()) {
            Arrays.fill(parts, ZSet.EMPTY);
            return parts;
        }
        List<List<Chunk>> chunks = new ArrayList<>(shards);
        for (int shard = 0; shard < shards; shard++) {
            chunks.add(new ArrayList<>(change.chunks().size()));
        }
        for (Chunk chunk : change.chunks()) {
            split(chunk, chunks);
        }
        for (int shard = 0; shard < shards; shard++) {
            parts[shard] = ZSet.of(chunks.get(shard));
        }
        return parts;
    }

    private void split(Chunk chunk, List<List<Chunk>> into) {
        int size = chunk.size();
        if (shardOfRow.length < size) {
            shardOfRow = new int[size];
        }
        keys.shards(chunk, shards, shardOfRow);
        Arrays.fill(counts, 0);
        for (int row = 0; row < size; row++) {
            counts[shardOfRow[row]]++;
        }
        if (counts[shardOfRow[0]] == size) {
            into.get(shardOfRow[0]).add(chunk);
        } else {
            gather(chunk, into);
        }
    }

    private void gather(Chunk chunk, List<List<Chunk>> into) {
        int[] order = new int[chunk.size()];
        int start = 0;
        for (int shard = 0; shard < shards; shard++) {
            next[shard] = start;
            start += counts[shard];
        }
        for (int row = 0; row < order.length; row++) {
            order[next[shardOfRow[row]]++] = row;
        }
        for (int shard = 0; shard < shards; shard++) {
            if (counts[shard] > 0) {
                int[] rows = Arrays.copyOfRange(order, next[shard] - counts[shard], next[shard]);
                into.get(shard).add(chunk.pick(rows, rows.length));
            }
        }
    }
}
