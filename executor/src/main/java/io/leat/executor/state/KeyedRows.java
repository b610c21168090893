package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The latest row of each key: what a table with a primary key contains. Turns rows that replace each other into changes
 * with weights.
 */
public final class KeyedRows implements State {
    private static final int OBJECT_BYTES = 16;

    private final RowCodec keyCodec;
    private final RowCodec rowCodec;
    private final List<DataType> types;
    private final int chunkRows;
    private final RowBytes scratch = new RowBytes();
    private final KeyTable keys = new KeyTable();
    private byte[][] rows = new byte[16][];
    private long rowBytes;

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
        byte[] old = rowOf(key);
        if (deletion) {
            output.add(old, -1);
            set(key, null);
            keys.remove(key);
            return;
        }
        rowCodec.encode(chunk, row, scratch);
        byte[] latest = Arrays.copyOf(scratch.bytes(), scratch.length());
        if (!Arrays.equals(old, latest)) {
            output.add(old, -1);
            output.add(latest, 1);
            set(key, latest);
        }
    }

    private byte[] rowOf(int key) {
        return key < rows.length ? rows[key] : null;
    }

    private void set(int key, byte[] row) {
        if (key >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(key + 1, rows.length * 2));
        }
        rowBytes += (row == null ? 0 : row.length + OBJECT_BYTES)
                - (rows[key] == null ? 0 : rows[key].length + OBJECT_BYTES);
        rows[key] = row;
    }

    /** All rows, each with weight +1. */
    public ZSet content() {
        Output output = new Output();
        for (int key = keys.next(0); key != KeyTable.NONE; key = keys.next(key + 1)) {
            output.add(rows[key], 1);
        }
        return output.take();
    }

    @Override
    public long rows() {
        return keys.size();
    }

    @Override
    public long bytes() {
        return keys.bytes() + rowBytes + (long) rows.length * Integer.BYTES;
    }

    /** Decodes rows into chunks. */
    private final class Output {
        private final List<Chunk> chunks = new ArrayList<>();
        private final ChunkBuilder builder = new ChunkBuilder(types, 64);

        void add(byte[] row, long weight) {
            if (row == null) {
                return;
            }
            rowCodec.decode(row, 0, builder, 0);
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
