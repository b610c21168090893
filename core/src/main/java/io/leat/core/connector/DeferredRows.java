package io.leat.core.connector;

import java.util.Optional;

/**
 * A piece of one partition that a source has read but not decoded: bytes with the boundaries of their records, or the
 * numbers of rows to generate. Decoding is a function of the piece alone. It is done once, perhaps on another thread and
 * beside other pieces, while the source goes on reading.
 */
public interface DeferredRows {

    /** Index of its partition in {@link Source#partitions}. */
    int partition();

    /**
     * What the position counts its records under, if that is not the name of its partition. A partition may have several
     * such sections, as a table of files has: the rows of a section always come in the same order, those of different
     * sections may be read in another order next time.
     */
    default Optional<String> section() {
        return Optional.empty();
    }

    /** How many records it holds, bad ones among them: at least the number of rows that it decodes to. */
    int records();

    /**
     * Delivers its rows, all of partition {@link #partition}, in order.
     *
     * @param rows takes rows, chunks and bad records, but no further pieces
     * @throws io.leat.core.error.LeatException if the policy is to fail and a record is bad
     */
    void decode(RowCollector rows);
}
