package io.leat.engine.durable;

import io.leat.core.error.LeatException;
import io.leat.executor.checkpoint.Checkpoints;
import io.leat.executor.checkpoint.Manifest;
import io.leat.executor.journal.Journal;
import io.leat.executor.storage.Storage;
import java.util.UUID;
import java.util.function.Supplier;

/** A checkpoint whose files stay as they are until this is closed, though the database goes on. Used by any one thread. */
public final class PinnedCheckpoint implements AutoCloseable {
    private final Checkpoints checkpoints;
    private final Supplier<Manifest> written;
    private Manifest manifest;

    /** @param written waits until it is written and pinned */
    PinnedCheckpoint(Checkpoints checkpoints, Supplier<Manifest> written) {
        this.checkpoints = checkpoints;
        this.written = written;
    }

    /**
     * Waits until it is written, and answers the tick after which it was taken.
     *
     * @throws LeatException if it could not be written
     */
    public long tick() {
        if (manifest == null) {
            manifest = written.get();
        }
        return manifest.tick();
    }

    /**
     * Makes another database of it, with an empty journal.
     *
     * @param catalog the definitions
     * @param identity what no other database has
     * @param step called now and then; what it throws ends the copying
     * @throws LeatException DISK_FULL, INPUT_OUTPUT; what was written by then is still there
     */
    void copy(Storage target, String catalog, UUID identity, Runnable step) {
        long tick = tick();
        DatabaseLayout copy = new DatabaseLayout(target);
        Journal.begin(copy.journal(), identity, manifest.sequence());
        copy.writeCatalog(catalog);
        checkpoints.copy(manifest, copy.checkpoints(identity), tick, step);
        copy.writeFormat(identity);
    }

    @Override
    public void close() {
        if (manifest != null) {
            checkpoints.unpin(manifest);
        }
    }
}
