package io.leat.engine.durable;

import java.time.Duration;

/**
 * When checkpoints are taken: when either bound is reached.
 *
 * @param bytes how much the journal grows before one is taken
 * @param interval how long after the last one another is taken, if anything has changed
 */
public record CheckpointPolicy(long bytes, Duration interval) {

    /** Every 10 seconds, or 64 MB. */
    public static final CheckpointPolicy DEFAULT = new CheckpointPolicy(64 << 20, Duration.ofSeconds(10));
}
