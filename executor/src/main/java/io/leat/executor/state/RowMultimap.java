package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Optional;

/**
 * Rows with weights by key: one side of a join.
 *
 * <p>Keys and rows have numbers. A row is found by a hash of all of it, so that changing a weight takes the same time
 * whether its key has one row or a hundred thousand; the rows of one key form a chain. A row whose weight becomes 0 is
 * gone, and so is a key without rows. Weights may be negative. Numbers are valid until the next change.
 */
public final class RowMultimap implements State {
    /** No key, no row. */
    public static final int NONE = -1;

    private final RowCodec keyCodec;
    private final RowCodec rowCodec;
    private final Optional<Closing> closing;
    private final RowBytes scratch = new RowBytes();

    private final KeyTable keys = new KeyTable();
    private final LongValues keyWeights = new LongValues();
    private final KeyTable rows = new KeyTable();
    private final LongValues weights = new LongValues();
    private final LongValues notes = new LongValues();
    private final IntValues keyOfRow = new IntValues();
    private final Chains chains = new Chains();
    private final TimeBuckets buckets = new TimeBuckets();

    private RowMultimap(List<DataType> types, List<Integer> keyColumns, Optional<Closing> closing) {
        this.keyCodec = RowCodec.of(types, keyColumns);
        this.rowCodec = RowCodec.all(types);
        this.closing = closing;
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of a row's columns
     * @param keyColumns the columns that are the key; none puts all rows under one key
     * @param closing when a row may be forgotten: a column of the row
     */
    public static StateKind<RowMultimap> kind(
            List<DataType> types, List<Integer> keyColumns, Optional<Closing> closing) {
        return new StateKind<>("row multimap", () -> new RowMultimap(types, keyColumns, closing));
    }

    /** Adds to the weight of a row of a chunk and returns the row's number, or {@link #NONE} when it is gone thereby. */
    public int add(Chunk chunk, int row, long weight) {
        rowCodec.encode(chunk, row, scratch);
        int before = rows.size();
        int number = rows.add(scratch);
        if (rows.size() > before) {
            link(number, chunk, row);
        }
        keyWeights.add(keyOfRow.get(number), weight);
        if (weights.add(number, weight) == 0) {
            remove(number);
            return NONE;
        }
        return number;
    }

    private void link(int number, Chunk chunk, int row) {
        keyCodec.encode(chunk, row, scratch);
        int key = keys.add(scratch);
        keyOfRow.set(number, key);
        chains.add(key, number);
        if (closing.isPresent()) {
            buckets.add(number, TimeBuckets.timeIn(chunk.column(closing.get().column()), row));
        }
    }

    private void remove(int number) {
        if (closing.isPresent()) {
            buckets.remove(number);
        }
        unlink(number);
    }

    private void unlink(int number) {
        int key = keyOfRow.get(number);
        chains.remove(key, number);
        keyWeights.add(key, -weights.get(number));
        weights.set(number, 0);
        notes.set(number, 0);
        rows.remove(number);
        if (chains.first(key) == NONE) {
            keyWeights.set(key, 0);
            keys.remove(key);
        }
    }

    /** Forgets the rows that are closed at a watermark. Costs what it frees. */
    public void free(long watermark) {
        closing.ifPresent(rule -> buckets.close(rule, watermark, this::unlink));
        trim();
    }

    private void trim() {
        int limit = rows.limit();
        weights.trim(limit);
        notes.trim(limit);
        keyOfRow.trim(limit);
        keyWeights.trim(keys.limit());
        chains.trim(keys.limit(), limit);
        buckets.trim(limit);
    }

    /** The key of the row that stands in columns chosen by a codec, which must give keys the types that they have here. */
    public int findKey(RowCodec codec, Chunk chunk, int row) {
        codec.encode(chunk, row, scratch);
        return keys.find(scratch);
    }

    /** The number of the row that is equal to one of a chunk, or {@link #NONE}. */
    public int findRow(Chunk chunk, int row) {
        rowCodec.encode(chunk, row, scratch);
        return rows.find(scratch);
    }

    /** The sum of the weights of a key's rows. */
    public long keyWeight(int key) {
        return keyWeights.get(key);
    }

    /** The key of a row. */
    public int keyOf(int row) {
        return keyOfRow.get(row);
    }

    /** A first row of a key. */
    public int firstRow(int key) {
        return chains.first(key);
    }

    /** The next row of the same key, or {@link #NONE}. */
    public int nextRow(int row) {
        return chains.next(row);
    }

    /** The weight of a row. */
    public long weight(int row) {
        return weights.get(row);
    }

    /** A number of the operator's own that belongs to a row; 0 for a new one. */
    public long note(int row) {
        return notes.get(row);
    }

    /** Sets the operator's own number of a row. */
    public void setNote(int row, long note) {
        notes.set(row, note);
    }

    /** Adds a row's values to the builder's columns from the given one on; ending the row is left to the caller. */
    public void decode(int row, ChunkBuilder into, int firstColumn) {
        rows.decode(row, rowCodec, into, firstColumn);
    }

    /** The codec that finds keys by a row of this multimap's own columns. */
    public RowCodec keyCodec() {
        return keyCodec;
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public long bytes() {
        long ofRows = rows.bytes() + weights.bytes() + notes.bytes() + keyOfRow.bytes();
        return ofRows + keys.bytes() + keyWeights.bytes() + chains.bytes() + buckets.bytes();
    }
}
