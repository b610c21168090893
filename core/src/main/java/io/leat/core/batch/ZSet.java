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
        return new ZSet(chunks.stream().filter(chunk -> chunk.size() > 0).toList());
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** How many rows stand here, whatever their weights. */
    public long rows() {
        return chunks.stream().mapToLong(Chunk::size).sum();
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

    /** Every weight with its sign turned round. */
    public ZSet negate() {
        return new ZSet(chunks.stream().map(Chunk::negate).toList());
    }
}
