package io.leat.executor.join;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
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

    /** Adds pairs. */
    void addPairs(Pairs pairs) {
        if (pairs.count() > 0) {
            chunks.add(new Chunk(pairs.count(), pairs.columns(), pairs.weights()));
        }
    }

    /** Adds a row of a chunk, with NULLs for the other side if the join has its columns. */
    void addAlone(JoinSide side, Chunk chunk, int row, long weight) {
        int first = side.left() ? 0 : leftWidth;
        for (int i = 0; i < chunk.columns().size(); i++) {
            builder.column(first + i).appendFrom(chunk.column(i), row);
        }
        int from = side.left() ? leftWidth : 0;
        for (int i = from; i < from + otherWidth(side); i++) {
            builder.column(i).appendNull();
        }
        builder.endRow(weight);
        if (builder.size() == chunkRows) {
            chunks.add(builder.build());
        }
    }

    private int otherWidth(JoinSide side) {
        return side.left() ? rightWidth : leftWidth;
    }

    /** Adds remembered rows, with NULLs for the other side if the join has its columns; before anything is changed. */
    void addAlone(JoinSide side, WeightedNumbers rows) {
        for (int from = 0; from < rows.count(); from += chunkRows) {
            int to = Math.min(rows.count(), from + chunkRows);
            List<Column> remembered = side.rows().gather(rows.numbers(from, to), to - from);
            List<Column> columns = new ArrayList<>(side.left() ? remembered : List.of());
            int first = side.left() ? leftWidth : 0;
            for (int i = first; i < first + otherWidth(side); i++) {
                columns.add(nulls(types.get(i), to - from));
            }
            columns.addAll(side.left() ? List.of() : remembered);
            chunks.add(new Chunk(to - from, columns, rows.weights(from, to)));
        }
    }

    private static Column nulls(DataType type, int count) {
        ColumnBuilder nulls = ColumnBuilder.of(type, count);
        for (int i = 0; i < count; i++) {
            nulls.appendNull();
        }
        return nulls.build();
    }

    /** Collects all remembered rows of a key, each so many times its weight. */
    static void collect(RowMultimap rows, int key, long factor, WeightedNumbers into) {
        int row = key == RowMultimap.NONE ? RowMultimap.NONE : rows.firstRow(key);
        for (; row != RowMultimap.NONE; row = rows.nextRow(row)) {
            into.add(row, factor * rows.weight(row));
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
