package io.leat.core.batch;

import java.util.ArrayList;
import java.util.List;

/**
 * A bag of rows with signed weights, as a list of chunks. The same row may stand in it several times: its weight is then
 * the sum. A change to a table, the output of a join, the content of a view: all are Z-sets.
 *
 * @param chunks the rows; no chunk is empty
 */
public record ZSet(List<Chunk> chunks) {

    /** No rows. */
    public static final ZSet EMPTY = new ZSet(List.of());

    public ZSet {
        chunks = List.copyOf(chunks);
    }

    /** The rows of one chunk, which may be empty. */
    public static ZSet of(Chunk chunk) {
        return chunk.size() == 0 ? EMPTY : new ZSet(List.of(chunk));
    }

    /** The rows of the given chunks, of which some may be empty. */
    public static ZSet of(List<Chunk> chunks) {
        int filled = 0;
        for (Chunk chunk : chunks) {
            filled += chunk.size() > 0 ? 1 : 0;
        }
        if (filled == 0) {
            return EMPTY;
        }
        Chunk[] there = new Chunk[filled];
        int next = 0;
        for (Chunk chunk : chunks) {
            if (chunk.size() > 0) {
                there[next++] = chunk;
            }
        }
        return new ZSet(List.of(there));
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** How many rows stand here, whatever their weights. */
    public long rows() {
        long rows = 0;
        for (int i = 0; i < chunks.size(); i++) {
            rows += chunks.get(i).size();
        }
        return rows;
    }

    /** The sum of two Z-sets: weights of equal rows add up. */
    public ZSet plus(ZSet other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        List<Chunk> all = new ArrayList<>(chunks);
        all.addAll(other.chunks);
        return new ZSet(all);
    }

    /** The same rows, of which nobody knows any more where they come from. */
    public ZSet withoutOrigins() {
        for (Chunk chunk : chunks) {
            if (chunk.origin() != null) {
                return new ZSet(chunks.stream().map(one -> one.withOrigin(null)).toList());
            }
        }
        return this;
    }

    /** Every weight with its sign turned round. */
    public ZSet negate() {
        return new ZSet(chunks.stream().map(Chunk::negate).toList());
    }
}
