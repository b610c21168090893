package io.leat.executor.source;

import java.time.Duration;

/**
 * How a table is read.
 *
 * @param policy what happens to records that cannot be decoded
 * @param idleTimeout after so long without a row a partition no longer holds the watermark back; zero for never
 * @param chunkRows how many rows a poll usually brings
 */
public record ReaderOptions(ErrorPolicy policy, Duration idleTimeout, int chunkRows) {}
