package io.leat.core.connector;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;

/**
 * Takes the rows of a source: append one value to the builder of every stored column, then {@link #endRow}. An
 * incomplete row is taken back with {@link #discardRow}. Columns outside of {@link Source#project} are left alone, in
 * every row. Whole chunks and pieces to be decoded later may come between rows; the order is that of the calls.
 */
public interface RowCollector {

    /** The builder of a stored column ({@link TableDefinition#storedColumns}). */
    ColumnBuilder column(int storedColumn);

    /** Whether it is of use to say where rows lie, which for whole chunks, as their {@linkplain Chunk#origin origin}, takes work. */
    default boolean takesOffsets() {
        return false;
    }

    /**
     * Says where the current row lies, before it is completed; without effect if nobody asks.
     *
     * @param offset its offset in its partition or section, as in {@link BadRecord#offset}
     */
    default void offset(long offset) {
        // nobody asks
    }

    /**
     * Completes a row.
     *
     * @param partition index of its partition in {@link Source#partitions}
     * @param weight +1 for a new row (or, in a keyed table, the latest row of its key), -1 for a deletion; a deletion
     *     from a keyed table needs the key's columns only
     */
    void endRow(int partition, long weight);

    /** Takes back what was appended of the current row. */
    void discardRow();

    /**
     * Adds rows at once.
     *
     * @param partition index of their partition in {@link Source#partitions}
     * @param stored all stored columns; those that are not read may be {@link Column#absent}
     */
    default void chunk(int partition, Chunk stored) {
        for (int row = 0; row < stored.size(); row++) {
            for (int i = 0; i < stored.columns().size(); i++) {
                column(i).appendFrom(stored.column(i), row);
            }
            endRow(partition, stored.weight(row));
        }
    }

    /** Adds rows that are decoded later, before anything that comes after them. */
    default void deferred(DeferredRows piece) {
        piece.decode(this);
    }

    /**
     * Reports a record that cannot be decoded, instead of a row; policy and counters are the engine's affair.
     *
     * @throws io.leat.core.error.LeatException under policy {@code fail}
     */
    void badRecord(BadRecord record);
}
