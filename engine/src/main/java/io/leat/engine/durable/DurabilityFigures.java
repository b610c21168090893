package io.leat.engine.durable;

import java.time.Duration;

/**
 * What it has cost to keep a database since it was opened; all zero for one in memory.
 *
 * @param finding how long it took to find the last whole checkpoint and the journal after it
 * @param reading how long it took to read back what was remembered
 * @param replaying how long it took to compute the ticks after the checkpoint once more
 * @param replayedRecords how many records of the journal these ticks had
 * @param checkpoints how many checkpoints were begun
 * @param checkpointBytes how many bytes of pages they had to write
 * @param longestPause how long ticks stood still for one of them at most
 * @param pauses how long they stood still for all of them
 * @param syncs how many times the loop had the journal made safe
 * @param journalBytes how many bytes were added to the journal, those that were replayed included
 */
public record DurabilityFigures(
        Duration finding,
        Duration reading,
        Duration replaying,
        long replayedRecords,
        long checkpoints,
        long checkpointBytes,
        Duration longestPause,
        Duration pauses,
        long syncs,
        long journalBytes) {

    /** Those of a database in memory. */
    public static final DurabilityFigures NONE = new DurabilityFigures(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, 0, 0, 0, Duration.ZERO, Duration.ZERO, 0, 0);
}
