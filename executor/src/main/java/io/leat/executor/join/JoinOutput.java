package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Join;
import io.leat.core.type.DataType;
import io.leat.executor.state.RowMultimap;
import java.util.ArrayList;
import java.util.List;

/** Collects one tick's rows of a join in chunks. */
final class JoinOutput {
    private static final int INITIAL_ROWS = 16;

    private final List<DataType> types;
    private final int chunkRows;
    private final int leftWidth;
    private final int rightWidth;
    private final List<Chunk> chunks = new ArrayList<>();
    private final ChunkBuilder builder;

    JoinOutput(Join plan, int chunkRows) {
        this.types = plan.schema().types();
        this.chunkRows = chunkRows;
        this.leftWidth = plan.left().schema().size();
        this.rightWidth = types.size() - leftWidth;
        this.builder = new ChunkBuilder(types, INITIAL_ROWS);
    }

    /** Adds a row of a chunk together with a remembered row of the other side. */
    void addPair(JoinSide probe, Chunk chunk, int row, JoinSide other, int otherRow, long weight) {
        copy(chunk, row, probe.left() ? 0 : leftWidth);
        other.rows().decode(otherRow, builder, probe.left() ? leftWidth : 0);
        endRow(weight);
    }

    /** Adds a row that is a pair already. */
    void addPair(Chunk pairs, int row) {
        copy(pairs, row, 0);
        endRow(pairs.weight(row));
    }

    /** Adds a row of a chunk, with NULLs for the other side if the join has its columns. */
    void addAlone(JoinSide side, Chunk chunk, int row, long weight) {
        copy(chunk, row, side.left() ? 0 : leftWidth);
        endAlone(side, weight);
    }

    /** Adds a remembered row, with NULLs for the other side if the join has its columns. */
    void addAlone(JoinSide side, int row, long weight) {
        side.rows().decode(row, builder, side.left() ? 0 : leftWidth);
        endAlone(side, weight);
    }

    /** Adds all remembered rows of a key, each so many times its weight. */
    void addAllAlone(JoinSide side, int key, long factor) {
        if (key == RowMultimap.NONE) {
            return;
        }
        RowMultimap rows = side.rows();
        for (int row = rows.firstRow(key); row != RowMultimap.NONE; row = rows.nextRow(row)) {
            addAlone(side, row, factor * rows.weight(row));
        }
    }

    private void copy(Chunk chunk, int row, int firstColumn) {
        for (int i = 0; i < chunk.columns().size(); i++) {
            builder.column(firstColumn + i).appendFrom(chunk.column(i), row);
        }
    }

    private void endAlone(JoinSide side, long weight) {
        int from = side.left() ? leftWidth : 0;
        int count = side.left() ? rightWidth : leftWidth;
        for (int i = from; i < from + count; i++) {
            builder.column(i).appendNull();
        }
        endRow(weight);
    }

    private void endRow(long weight) {
        builder.endRow(weight);
        if (builder.size() == chunkRows) {
            chunks.add(builder.build());
        }
    }

    /** Everything that was added. */
    ZSet toZSet() {
        if (builder.size() > 0) {
            chunks.add(builder.build());
        }
        return ZSet.of(chunks);
    }
}
