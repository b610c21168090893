package io.leat.engine.view;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import io.leat.executor.state.Consolidation;
import io.leat.executor.state.StateArchive;
import io.leat.executor.state.WeightedRows;
import java.util.List;
import java.util.Optional;

/** The rows of a relation with their weights: what it contains at the last tick. Used by one thread at a time. */
public final class Content implements ViewContent {
    private final int chunkRows;
    private final WeightedRows rows;

    /** No rows yet, of the given types. */
    public Content(List<DataType> types, int chunkRows) {
        this.chunkRows = chunkRows;
        this.rows = WeightedRows.kind(types, Optional.empty()).create().get();
    }

    @Override
    public void begin(ZSet content) {
        apply(content);
    }

    @Override
    public void apply(ZSet change) {
        for (Chunk chunk : change.chunks()) {
            rows.add(chunk);
        }
    }

    @Override
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

    @Override
    public long rows() {
        return rows.rows();
    }

    @Override
    public long bytes() {
        return rows.bytes();
    }
}
