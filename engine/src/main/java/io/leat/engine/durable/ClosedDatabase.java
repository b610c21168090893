package io.leat.engine.durable;

import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.executor.checkpoint.CheckpointPages;
import io.leat.executor.journal.Journal;
import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.Storage;
import java.util.UUID;

/** A database that nobody has open, to be copied: its last checkpoint that is whole, and the journal after it. */
final class ClosedDatabase {
    private final Storage storage;
    private final UUID identity;
    private final Recovery recovery;

    /**
     * Looks at everything that is to be copied.
     *
     * @throws LeatException DATA_CORRUPTED, FOREIGN_FORMAT
     */
    ClosedDatabase(Storage storage) {
        this.storage = storage;
        if (!new DatabaseLayout(storage).isDatabase()) {
            throw Corruption.of(storage.place(DatabaseLayout.FORMAT) + " is missing");
        }
        this.identity = DatabaseFiles.identity(storage);
        this.recovery = new Recovery(
                storage,
                identity,
                Long.MAX_VALUE,
                new CheckpointPages(identity),
                new DurabilityMeter(Clock.system()),
                PageTrust.lookingFirst());
        recovery.journal().close();
    }

    /** The last tick of which it knows. */
    long lastTick() {
        return recovery.lastTick();
    }

    /**
     * Makes another database of it.
     *
     * @param other what no other database has
     * @param tick ticks go on behind this one, at least
     * @throws LeatException DISK_FULL, INPUT_OUTPUT; what was written by then is still there
     */
    void copy(Storage target, UUID other, long tick) {
        DatabaseLayout from = new DatabaseLayout(storage);
        DatabaseLayout copy = new DatabaseLayout(target);
        Journal.copy(from.journal(), identity, copy.journal(), other);
        from.copyCatalog(target);
        long behind = Math.max(recovery.base().tick(), tick);
        recovery.checkpoints().copy(recovery.base(), copy.checkpoints(other), behind, () -> {});
        copy.writeFormat(other);
    }
}
