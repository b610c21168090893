package io.leat.engine;

import io.leat.core.batch.Chunk;
import io.leat.core.type.Schema;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads rows one by one, whether they ever end or not.
 *
 * <p>One thread reads; {@link #cancel} and {@link #close} may be called from any thread and end a waiting {@link #next}
 * at once.
 */
public interface Cursor extends AutoCloseable {

    /** The columns of the rows. */
    Schema schema();

    /** Whether the rows end by themselves: false for the changes of an unbounded pipeline. */
    boolean isBounded();

    /**
     * The next row; waits for it. Empty at the end.
     *
     * @throws io.leat.core.error.LeatException CANCELED after {@link #cancel}, CLOSED after {@link #close}, or what ended
     *     the query
     */
    Optional<Row> next();

    /**
     * The next row, waiting no longer than so long.
     *
     * @throws io.leat.core.error.LeatException TIMEOUT if none came in that time; the cursor goes on to be usable
     */
    Optional<Row> next(Duration timeout);

    /** How many rows can be read without waiting. */
    int available();

    /** The rest of the rows that can be read without waiting, as chunks would be, at least one row; waits for it. */
    Optional<Chunk> nextChunk();

    /** Makes the reader's next call, or the one that waits now, fail with CANCELED. */
    void cancel();

    /** Ends it and frees everything; idempotent. */
    @Override
    void close();
}
