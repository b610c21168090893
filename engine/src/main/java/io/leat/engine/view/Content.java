package io.leat.engine.view;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.Consolidation;
import io.leat.executor.state.StateArchive;
import io.leat.executor.state.WeightedRows;
import java.util.List;
import java.util.Optional;

/** The rows of a relation with their weights: what it contains at the last tick. Used by one thread at a time. */
public final class Content implements Archivable {
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
            rows.add(chunk);
        }
    }

    /** All rows, each once, with their weights. */
    public ZSet snapshot() {
        return rows.toZSet(chunkRows);
    }

    /** Adds up equal rows of a change: each row once, none with weight 0, retractions first. */
    public static ZSet consolidate(ZSet change, List<DataType> types) {
        return Consolidation.of(change, types);
    }

    @Override
    public void archive(StateArchive archive) {
        rows.archive(archive);
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
