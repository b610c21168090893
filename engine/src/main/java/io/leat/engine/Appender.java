package io.leat.engine;

import java.time.LocalDateTime;

/**
 * Pushes rows from Java into an ordinary table, in batches. Not safe for several threads; each may have its own.
 */
public interface Appender extends AutoCloseable {

    /**
     * Adds a row: one value for each column of the table, as {@link io.leat.core.batch.JavaValues} describes them;
     * numbers of another class are converted when nothing is lost. In a keyed table it replaces the row of its key.
     *
     * @throws io.leat.core.error.LeatException TYPE_MISMATCH or NOT_NULL naming the column; the row is not added
     */
    Appender append(Object... values);

    /** Makes the rows so far visible to all views in one tick; returns when they are. */
    void flush();

    /** Says that no row before that time will come any more: closes windows. Flushes first. */
    void advanceWatermark(LocalDateTime time);

    /** Says that no more rows will come: closes all windows. Flushes first. */
    void end();

    /** Flushes; idempotent. */
    @Override
    void close();
}
