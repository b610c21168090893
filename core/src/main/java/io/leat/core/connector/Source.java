package io.leat.core.connector;

import java.util.List;

/**
 * A reader of one table. One thread at a time uses it; it may change between calls.
 *
 * <p><b>Replay.</b> A source opened from a position that another one of the same table has reported delivers the same
 * rows in the same order within each partition, or each section of it ({@link DeferredRows#section}), from there on. <b>Watermarks</b> and lateness are not its concern: it
 * says which partition a row came from, no more.
 */
public interface Source extends AutoCloseable {

    /**
     * Says which stored columns are read from the next poll on; before the first call all are. A source may deliver the
     * others all the same, or leave them alone in every row. A record whose fault is in a column that is not read need
     * not be noticed.
     *
     * @param storedColumns places among {@link TableDefinition#storedColumns}, ascending
     */
    default void project(List<Integer> storedColumns) {
        // delivers everything
    }

    /**
     * Delivers rows that are there, and never waits for others: at most a few milliseconds.
     *
     * @param rows takes the rows
     * @param maxRows how many rows at most; fewer is always allowed
     * @throws io.leat.core.error.LeatException if reading failed for good, with what was tried; a failure that may pass
     *     (a broker that restarts) is waited out with IDLE
     */
    PollStatus poll(RowCollector rows, int maxRows);

    /** How far it has read: behind the last row delivered. */
    Position position();

    /**
     * Where the data ends at this moment, so that a reader can wait until everything that is there now has been read. May
     * ask the outside world.
     */
    Position end();

    /**
     * Told every few seconds how far what it delivered has been computed. A source may show that to others, such as tools that
     * watch a consumer group; where reading goes on is never decided by it. Must not wait and not fail.
     *
     * @param computed behind the last row that has gone into a tick
     */
    default void computed(Position computed) {
        // nobody is told
    }

    /** Names of the partitions found so far; a partition keeps its index for the life of this source. */
    List<String> partitions();

    /** Frees everything; idempotent. */
    @Override
    void close();
}
