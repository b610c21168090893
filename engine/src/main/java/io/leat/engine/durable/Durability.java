package io.leat.engine.durable;

import io.leat.executor.state.Archivable;
import java.util.Map;
import java.util.Optional;

/** Keeps what runs through crashes. Used by the run loop's thread only. */
public interface Durability extends AutoCloseable {

    /** Keeps nothing: for a database in memory. */
    Durability MEMORY = new MemoryDurability();

    /** What was found when the database was opened; empty if nothing is kept. */
    Optional<Recovered> recovered();

    /** Whether anything is kept at all. */
    boolean isKeeping();

    /** Keeps the changes of an ordinary table from now on. */
    RowLog open(StoredTable table);

    /**
     * Notes what came into a tick, before the tick is computed.
     *
     * @throws io.leat.core.error.LeatException DISK_FULL; the tick must wait then
     */
    void tick(TickRecord record);

    /** Notes that a view or job has begun. */
    void began(PipelineRecord record);

    /** Notes that a view or job is gone, now or, while the disk is full, before whatever is noted next. */
    void ended(String pipeline);

    /**
     * Returns when everything that was noted is safe: at once if it is.
     *
     * @throws io.leat.core.error.LeatException INPUT_OUTPUT; the engine must stop
     */
    void sync();

    /**
     * Checks that what was noted can still be made safe.
     *
     * @throws io.leat.core.error.LeatException what has failed; the engine must stop
     */
    void requireWhole();

    /** Whether it is time for a checkpoint. Settles one that has been written in the meantime. */
    boolean isCheckpointDue();

    /** How much has been noted since it was opened, in bytes. */
    long noted();

    /** Whether too much has been noted since {@link #noted} was this, for no checkpoint to have been taken. */
    boolean isTooLong(long since);

    /**
     * Begins a checkpoint: copies what has changed since the last, and writes it in the background.
     *
     * @param tick the last tick; sinks have everything up to it
     * @param parts all that is remembered, by name
     */
    void checkpoint(long tick, int shards, Map<String, Archivable> parts);

    /**
     * Begins a checkpoint as {@link #checkpoint} does, to be copied: its files stay until it is closed.
     *
     * @return empty if one is being written already; ask again when it is
     */
    Optional<PinnedCheckpoint> pin(long tick, int shards, Map<String, Archivable> parts);

    /**
     * Takes a checkpoint in which definitions change; returns when it is safe. From then on they count, although their script
     * may not have been written.
     *
     * @throws io.leat.core.error.LeatException DISK_FULL, and there is no such checkpoint; any other, and nobody knows
     */
    void checkpoint(long tick, int shards, Map<String, Archivable> parts, ChangedDefinitions definitions);

    /** Whether the script of definitions that count has not been written. */
    boolean isScriptBehind();

    /** The script of the definitions has been written, and is safe. */
    void scriptWritten();

    /** Waits until no checkpoint is being written any more. */
    void awaitCheckpoint();

    @Override
    void close();
}
