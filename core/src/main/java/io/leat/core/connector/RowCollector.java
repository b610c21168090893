package io.leat.core.connector;

import io.leat.core.batch.ColumnBuilder;

/**
 * Takes the rows of a source: append one value to the builder of every stored column, then {@link #endRow}. An
 * incomplete row is taken back with {@link #discardRow}.
 */
public interface RowCollector {

    /** The builder of a stored column ({@link TableDefinition#storedColumns}). */
    ColumnBuilder column(int storedColumn);

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
     * Reports a record that cannot be decoded, instead of a row; policy and counters are the engine's affair.
     *
     * @throws io.leat.core.error.LeatException under policy {@code fail}
     */
    void badRecord(BadRecord record);
}
