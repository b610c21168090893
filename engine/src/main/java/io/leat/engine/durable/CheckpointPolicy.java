package io.leat.engine.durable;

import java.time.Duration;

/**
 * When checkpoints are taken, and how many are kept. One is taken when either bound is reached.
 *
 * @param bytes how much the journal grows before one is taken
 * @param interval how long after the last one another is taken, if anything has changed
 * @param kept how many are kept, the journal after the oldest of them included; at least 2
 */
public record CheckpointPolicy(long bytes, Duration interval, int kept) {

    /** Every 10 seconds, or 64 MB; two are kept. */
    public static final CheckpointPolicy DEFAULT = new CheckpointPolicy(64 << 20, Duration.ofSeconds(10), 2);

    private static final long HELD_TIMES = 4;

    /** How much the journal may grow at most while a job that has failed keeps checkpoints from being taken. */
    public long heldBytes() {
        return bytes <= Long.MAX_VALUE / HELD_TIMES ? HELD_TIMES * bytes : Long.MAX_VALUE;
    }

    /** The same with another bound in bytes. */
    public CheckpointPolicy withBytes(long value) {
        return new CheckpointPolicy(value, interval, kept);
    }

    /** The same with another interval. */
    public CheckpointPolicy withInterval(Duration value) {
        return new CheckpointPolicy(bytes, value, kept);
    }

    /** The same, but so many are kept. */
    public CheckpointPolicy withKept(int value) {
        return new CheckpointPolicy(bytes, interval, value);
    }
}
