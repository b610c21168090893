package io.leat.core.connector;

import io.leat.core.batch.ZSet;
import java.util.OptionalLong;

/** A writer of one table. One thread at a time uses it. Idempotent by tick: what it has, it is not given again. */
public interface Sink extends AutoCloseable {

    /** The last tick whose changes the outside world has for good, if the sink can know; asked at start-up. */
    OptionalLong lastTick();

    /** Whether a tick's changes must be added up for it; without that a row may come and go again in one write. */
    default boolean wantsSums() {
        return true;
    }

    /**
     * Takes one tick's changes: the table's written columns, added up (each row once, no weight 0), retractions
     * before insertions; if they only add rows, equal rows may stand there beside each other. Under {@link SinkMode#UPSERT} each key appears at most twice: its old row with weight -1 and its
     * new row with weight +1.
     *
     * @throws io.leat.core.error.LeatException if writing failed for good
     */
    void write(long tick, ZSet changes);

    /** Makes everything up to a tick visible outside. */
    void flush(long upToTick);

    /**
     * Frees everything, and makes nothing more visible of what was written and not flushed, as far as the sink can: the
     * engine does not know any more whether it would give the same ticks again. Called instead of {@link #close}.
     */
    default void abort() {
        close();
    }

    /** Makes everything written visible and frees everything; idempotent. */
    @Override
    void close();
}
