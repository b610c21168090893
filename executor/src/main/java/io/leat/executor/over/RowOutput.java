package io.leat.executor.over;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** The rows that a tick gives, in chunks. */
final class RowOutput {
    private final Partitions partitions;
    private final int chunkRows;
    private final List<Chunk> chunks = new ArrayList<>();
    private final ChunkBuilder builder;

    /** No rows yet; they have the columns of the input and some more. */
    RowOutput(Partitions partitions, List<DataType> more, int chunkRows) {
        this.partitions = partitions;
        this.chunkRows = chunkRows;
        List<DataType> types = new ArrayList<>(partitions.arrangement().types());
        types.addAll(more);
        this.builder = new ChunkBuilder(types, 16);
    }

    /** Adds a row as it is. */
    void add(int partition, int row, long weight) {
        partitions.decode(partition, row, builder);
        end(weight);
    }

    /** Adds a row with its number. */
    void add(int partition, int row, long number, long weight) {
        partitions.decode(partition, row, builder);
        builder.column(partitions.arrangement().types().size()).appendLong(number);
        end(weight);
    }

    /** Adds a row of a chunk with a row of results. */
    void add(Chunk rows, int row, Chunk results, int result, long weight) {
        int width = rows.columns().size();
        for (int i = 0; i < width; i++) {
            builder.column(i).appendFrom(rows.column(i), row);
        }
        for (int i = 0; i < results.columns().size(); i++) {
            builder.column(width + i).appendFrom(results.column(i), result);
        }
        end(weight);
    }

    private void end(long weight) {
        builder.endRow(weight);
        if (builder.size() == chunkRows) {
            flush();
        }
    }

    private void flush() {
        if (builder.size() > 0) {
            chunks.add(partitions.arrangement().restored(builder.build()));
        }
    }

    /** All rows added. */
    ZSet take() {
        flush();
        return ZSet.of(chunks);
    }
}
