package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;

/**
 * The latest row of each key: what a table with a primary key contains. Turns rows that replace each other into changes
 * with weights.
 */
public final class KeyedRows implements State {
    private final RowCodec keyCodec;
    private final RowCodec rowCodec;
    private final List<DataType> types;
    private final int chunkRows;
    private final RowBytes scratch = new RowBytes();
    private final KeyTable keys = new KeyTable();
    private final ByteStrings rows = new ByteStrings();

    private KeyedRows(List<DataType> types, List<Integer> keyColumns, int chunkRows) {
        this.types = types;
        this.keyCodec = RowCodec.of(types, keyColumns);
        this.rowCodec = RowCodec.all(types);
        this.chunkRows = chunkRows;
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of a row's columns
     * @param keyColumns the columns of the primary key
     * @param chunkRows the most rows in one chunk of output
     */
    public static StateKind<KeyedRows> kind(List<DataType> types, List<Integer> keyColumns, int chunkRows) {
        return new StateKind<>("keyed rows", () -> new KeyedRows(types, keyColumns, chunkRows));
    }

    /**
     * Puts each row with a weight above 0 in the place of its key's row, and removes the row of each key with a weight
     * below 0, in order.
     *
     * @return what that changes: old rows with weight -1, new ones with +1
     */
    public ZSet upsert(ZSet latest) {
        Output output = new Output();
        for (Chunk chunk : latest.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                upsert(chunk, row, output);
            }
        }
        return output.take();
    }

    private void upsert(Chunk chunk, int row, Output output) {
        keyCodec.encode(chunk, row, scratch);
        boolean deletion = chunk.weight(row) < 0;
        int key = deletion ? keys.find(scratch) : keys.add(scratch);
        if (key == KeyTable.NONE) {
            return;
        }
        if (deletion) {
            takeBack(key, output);
            keys.remove(key);
            rows.trim(keys.limit());
            return;
        }
        rowCodec.encode(chunk, row, scratch);
        if (!rows.has(key) || !rows.equals(key, scratch.bytes(), 0, scratch.length())) {
            takeBack(key, output);
            rows.reserve(key + 1);
            rows.set(key, scratch.bytes(), 0, scratch.length());
            output.add(key, 1);
            rows.trim(keys.limit());
        }
    }

    private void takeBack(int key, Output output) {
        if (rows.has(key)) {
            output.add(key, -1);
            rows.remove(key);
        }
    }

    /** All rows, each with weight +1. */
    public ZSet content() {
        Output output = new Output();
        for (int key = keys.next(0); key != KeyTable.NONE; key = keys.next(key + 1)) {
            output.add(key, 1);
        }
        return output.take();
    }

    @Override
    public void archive(StateArchive archive) {
        keys.archive(archive);
        rows.archive(archive);
    }

    @Override
    public long rows() {
        return keys.size();
    }

    @Override
    public long bytes() {
        return keys.bytes() + rows.memory();
    }

    /** Decodes rows into chunks. */
    private final class Output {
        private final List<Chunk> chunks = new ArrayList<>();
        private final ChunkBuilder builder = new ChunkBuilder(types, 64);

        void add(int key, long weight) {
            rowCodec.decode(rows.bytes(key), rows.offset(key), builder, 0);
            builder.endRow(weight);
            if (builder.size() == chunkRows) {
                chunks.add(builder.build());
            }
        }

        ZSet take() {
            chunks.add(builder.build());
            return ZSet.of(chunks);
        }
    }
}
