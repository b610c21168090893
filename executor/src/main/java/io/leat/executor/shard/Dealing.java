package io.leat.executor.shard;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Spreads a change over shards whatever its rows are: each gets about as many rows as the others, and all parts in the
 * order of the shards are the change in its own order.
 */
public final class Dealing {
    private Dealing() {}

    /** The part of a change that each shard gets. A small change goes to the first as a whole. */
    public static ZSet[] deal(ZSet change, Shards to) {
        int shards = to.count();
        ZSet[] parts = new ZSet[shards];
        Arrays.fill(parts, ZSet.EMPTY);
        long rows = change.rows();
        if (rows < to.rowsMin() || shards == 1) {
            parts[0] = change;
            return parts;
        }
        List<List<Chunk>> chunks = new ArrayList<>(shards);
        for (int shard = 0; shard < shards; shard++) {
            chunks.add(new ArrayList<>());
        }
        long before = 0;
        for (Chunk chunk : change.chunks()) {
            deal(chunk, before, rows, to.rowsMin() / 4, chunks);
            before += chunk.size();
        }
        for (int shard = 0; shard < shards; shard++) {
            parts[shard] = ZSet.of(chunks.get(shard));
        }
        return parts;
    }

    /**
     * Cuts a chunk where a shard has its share, unless that is close to one of its ends.
     *
     * @param least rows that are not worth being cut off
     */
    private static void deal(Chunk chunk, long before, long rows, int least, List<List<Chunk>> into) {
        int shards = into.size();
        int from = 0;
        for (int shard = 0; shard < shards && from < chunk.size(); shard++) {
            long end = rows * (shard + 1) / shards - before;
            int to = (int) Math.max(from, Math.min(chunk.size(), end));
            to = to - from < least && shard < shards - 1 ? from : to;
            to = chunk.size() - to < least ? chunk.size() : to;
            if (to > from && end > from) {
                into.get(shard).add(part(chunk, from, to));
                from = to;
            }
        }
    }

    private static Chunk part(Chunk chunk, int from, int to) {
        return from == 0 && to == chunk.size() ? chunk : chunk.slice(from, to - from);
    }
}
