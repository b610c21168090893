package io.leat.engine.durable;

import io.leat.core.error.LeatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Copies of a database that goes on running: savepoints and exports. Copying is done by the thread that asks for it, one copy
 * after the other; the database stands still only while a checkpoint begins. Safe from any thread.
 */
public final class DatabaseCopies implements AutoCloseable {

    /**
     * The database at one moment.
     *
     * @param catalog its definitions
     * @param checkpoint its state
     */
    public record Moment(String catalog, PinnedCheckpoint checkpoint) {}

    private final Savepoints savepoints;
    private final Runnable requireOpen;
    private final ReentrantLock copying = new ReentrantLock();

    /** @param requireOpen throws when the database is being closed, which ends copying */
    public DatabaseCopies(DatabaseFiles files, Runnable requireOpen) {
        this.savepoints = new Savepoints(files.storage());
        this.requireOpen = requireOpen;
    }

    /** All savepoints, by name. */
    public List<Savepoint> all() {
        return alone(savepoints::all);
    }

    /**
     * Makes a savepoint.
     *
     * @param ifNotExists whether nothing is to be done if there is one of that name; nothing is answered then
     * @param moment takes the database as it is now
     * @param check called now and then; what it throws ends the copying
     * @throws LeatException DUPLICATE_OBJECT, INVALID_DEFINITION, DISK_FULL, CLOSED; nothing is left then
     */
    public Optional<Savepoint> create(
            String name, boolean ifNotExists, long millis, Supplier<Moment> moment, Runnable check) {
        return alone(() -> {
            if (ifNotExists && savepoints.find(name).isPresent()) {
                return Optional.empty();
            }
            savepoints.requireNew(name);
            Moment now = moment.get();
            try (PinnedCheckpoint checkpoint = now.checkpoint()) {
                checkpoint.tick();
                return Optional.of(savepoints.create(name, millis, storage -> {
                    checkpoint.copy(storage, now.catalog(), UUID.randomUUID(), step(check));
                    return checkpoint.tick();
                }));
            }
        });
    }

    /**
     * Removes a savepoint.
     *
     * @param ifExists whether nothing is to be done if there is none
     * @return whether there was one
     * @throws LeatException UNKNOWN_OBJECT
     */
    public boolean drop(String name, boolean ifExists) {
        return alone(() -> {
            if (ifExists && savepoints.find(name).isEmpty()) {
                return false;
            }
            savepoints.drop(savepoints.require(name));
            return true;
        });
    }

    /**
     * Copies the database into a directory.
     *
     * @param directory empty, or not there yet
     * @return the tick that it has
     * @throws LeatException NOT_ALLOWED if something is in the directory; DISK_FULL, INPUT_OUTPUT, CLOSED, and it is empty then
     */
    public long export(Path directory, Supplier<Moment> moment, Runnable check) {
        return alone(() -> {
            NewDirectory target = new NewDirectory(directory);
            Moment now = moment.get();
            try (PinnedCheckpoint checkpoint = now.checkpoint()) {
                long tick = checkpoint.tick();
                target.fill(storage -> checkpoint.copy(storage, now.catalog(), UUID.randomUUID(), step(check)));
                return tick;
            }
        });
    }

    private Runnable step(Runnable check) {
        return () -> {
            requireOpen.run();
            check.run();
        };
    }

    private <T> T alone(Supplier<T> work) {
        copying.lock();
        try {
            requireOpen.run();
            return work.get();
        } finally {
            copying.unlock();
        }
    }

    /** Waits until nothing is copied any more; the database is closing already, so that takes no longer than a page. */
    @Override
    public void close() {
        copying.lock();
        copying.unlock();
    }
}
