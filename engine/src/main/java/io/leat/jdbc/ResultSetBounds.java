package io.leat.jdbc;

import java.time.Duration;

/**
 * What a statement asks of its result sets.
 *
 * @param maxRows after how many rows they end; 0 for never
 * @param patience how long a subscription's {@code next()} waits; zero for as long as it takes
 */
record ResultSetBounds(long maxRows, Duration patience) {

    /** No bounds. */
    static final ResultSetBounds NONE = new ResultSetBounds(0, Duration.ZERO);
}
