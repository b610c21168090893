package io.leat.engine.durable;

import io.leat.core.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Measures what keeping a database costs. The run loop's thread counts, any may look. */
final class DurabilityMeter {
    private final Clock clock;
    private long findingNanos;
    private long readingNanos;
    private long replayingNanos;
    private long replayedRecords;
    private long checkpoints;
    private long checkpointBytes;
    private long longestPauseNanos;
    private long pauseNanos;
    private long syncs;
    private long journalBytes;

    DurabilityMeter(Clock clock) {
        this.clock = clock;
    }

    <T> T finding(Supplier<T> work) {
        long begin = clock.nanos();
        T found = work.get();
        long nanos = clock.nanos() - begin;
        synchronized (this) {
            findingNanos += nanos;
        }
        return found;
    }

    void reading(Runnable work) {
        long begin = clock.nanos();
        work.run();
        long nanos = clock.nanos() - begin;
        synchronized (this) {
            readingNanos += nanos;
        }
    }

    void replaying(long records, Runnable work) {
        long begin = clock.nanos();
        work.run();
        long nanos = clock.nanos() - begin;
        synchronized (this) {
            replayingNanos += nanos;
            replayedRecords += records;
        }
    }

    /** A moment to give to {@link #captured}. */
    long now() {
        return clock.nanos();
    }

    /** A checkpoint was begun at a moment, and ticks can go on now. */
    synchronized void captured(long begin, long bytes) {
        long nanos = clock.nanos() - begin;
        checkpoints++;
        checkpointBytes += bytes;
        pauseNanos += nanos;
        longestPauseNanos = Math.max(longestPauseNanos, nanos);
    }

    synchronized void synced(long bytes) {
        syncs++;
        journalBytes = bytes;
    }

    synchronized void noted(long bytes) {
        journalBytes = bytes;
    }

    synchronized DurabilityFigures figures() {
        return new DurabilityFigures(
                Duration.ofNanos(findingNanos),
                Duration.ofNanos(readingNanos),
                Duration.ofNanos(replayingNanos),
                replayedRecords,
                checkpoints,
                checkpointBytes,
                Duration.ofNanos(longestPauseNanos),
                Duration.ofNanos(pauseNanos),
                syncs,
                journalBytes);
    }
}
