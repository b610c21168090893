package io.leat.core.connector;

import io.leat.core.batch.ZSet;
import java.util.OptionalLong;

/**
 * A writer of one table. One thread at a time uses it. Idempotent by tick: what it has, it is not given again.
 *
 * <p><b>Exactly once.</b> A sink that has an {@link SinkContext#identity} and promises it shows, after any crash, the
 * changes of all ticks up to one of those that {@link #flush} was called with, and {@link #lastTick} of the sink that is
 * opened next says which. Whoever writes must be able to give it the ticks after that one again, the same: so what makes
 * them is safe on the disk before {@link #flush} or {@link #close} is called.
 */
public interface Sink extends AutoCloseable {

    /**
     * The last tick whose changes the outside world has for good, as far as there were any; empty if it has none, or if the
     * sink cannot know. A sink without an identity never knows. Asked at start-up.
     */
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

    /**
     * Makes everything up to a tick visible outside. If nothing was written since the last time, there is nothing to do, and
     * {@link #lastTick} may stay where it was.
     *
     * @throws io.leat.core.error.LeatException if that failed for good; what is visible then is known to the sink that is
     *     opened next
     */
    void flush(long upToTick);

    /**
     * Frees everything, and makes nothing more visible of what was written and not flushed, as far as the sink can: the
     * engine does not know any more whether it would give the same ticks again. Called instead of {@link #close}.
     */
    default void abort() {
        close();
    }

    /** Makes all ticks visible that were written whole, unless something failed, and frees everything; idempotent. */
    @Override
    void close();
}
