package io.leat.engine.view;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.executor.state.WeightedRows;
import java.util.List;
import java.util.Optional;

/** The rows of a relation with their weights: what it contains at the last tick. Used by one thread at a time. */
public final class Content {
    private final int chunkRows;
    private final WeightedRows rows;

    /** No rows yet, of the given types. */
    public Content(List<DataType> types, int chunkRows) {
        this.chunkRows = chunkRows;
        this.rows = WeightedRows.kind(types, Optional.empty()).create().get();
    }

    /** Takes a change in. */
    public void apply(ZSet change) {
        for (Chunk chunk : change.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                rows.add(chunk, row, chunk.weight(row));
            }
        }
    }

    /** All rows, each once, with their weights. */
    public ZSet snapshot() {
        return rows.toZSet(chunkRows);
    }

    /** Adds up equal rows of a change: each row once, none with weight 0, retractions first. */
    public static ZSet consolidate(ZSet change, List<DataType> types, int chunkRows) {
        if (change.isEmpty()) {
            return change;
        }
        Content sum = new Content(types, chunkRows);
        sum.apply(change);
        ZSet net = sum.snapshot();
        return pick(net, true).plus(pick(net, false));
    }

    private static ZSet pick(ZSet rows, boolean retractions) {
        return ZSet.of(
                rows.chunks().stream().map(chunk -> pick(chunk, retractions)).toList());
    }

    private static Chunk pick(Chunk chunk, boolean retractions) {
        int[] picked = new int[chunk.size()];
        int count = 0;
        for (int row = 0; row < chunk.size(); row++) {
            if (chunk.weight(row) < 0 == retractions) {
                picked[count++] = row;
            }
        }
        return count == chunk.size() ? chunk : chunk.gather(picked, count);
    }

    /** How many different rows. */
    public long rows() {
        return rows.rows();
    }

    /** Memory that they take, in bytes, about. */
    public long bytes() {
        return rows.bytes();
    }
}
