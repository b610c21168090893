package io.leat.engine.durable;

import io.leat.engine.catalog.CatalogStore;
import io.leat.executor.checkpoint.Checkpoints;
import io.leat.executor.storage.Storage;
import io.leat.executor.storage.StorageInput;
import io.leat.executor.storage.StorageOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Where the things of a database lie in its directory, whether it is the one that is open or a copy. */
final class DatabaseLayout {
    static final String FORMAT = "leat.format";
    static final int VERSION = 2;

    private static final String JOURNAL = "journal";
    private static final String CHECKPOINTS = "checkpoints";
    private static final int COPY_BYTES = 1 << 20;

    private final Storage storage;

    DatabaseLayout(Storage storage) {
        this.storage = storage;
    }

    Storage journal() {
        return storage.directory(JOURNAL);
    }

    Storage checkpoints() {
        return storage.directory(CHECKPOINTS);
    }

    Checkpoints checkpoints(UUID identity) {
        return new Checkpoints(checkpoints(), identity);
    }

    boolean isDatabase() {
        return storage.exists(FORMAT);
    }

    /** Says which database it is; of a copy this is the last thing to be written, so that half a copy is none. */
    void writeFormat(UUID identity) {
        String content = "leat database " + VERSION + "\n" + identity + "\n";
        storage.replace(FORMAT, content.getBytes(StandardCharsets.UTF_8));
    }

    void writeCatalog(String script) {
        storage.replace(CatalogStore.FILE, script.getBytes(StandardCharsets.UTF_8));
    }

    /** Copies the definitions. */
    void copyCatalog(Storage to) {
        if (storage.exists(CatalogStore.FILE)) {
            to.replace(CatalogStore.FILE, storage.read(CatalogStore.FILE));
        }
    }

    /** Copies every file as it is, so that it is the same database. */
    void copyAll(Storage to) {
        DatabaseLayout copy = new DatabaseLayout(to);
        copyFiles(journal(), copy.journal());
        copyFiles(checkpoints(), copy.checkpoints());
        copyCatalog(to);
        to.replace(FORMAT, storage.read(FORMAT));
    }

    private static void copyFiles(Storage from, Storage to) {
        from.list().forEach(name -> copyFile(from, to, name));
        to.syncNames();
    }

    private static void copyFile(Storage from, Storage to, String name) {
        byte[] buffer = new byte[COPY_BYTES];
        try (StorageInput input = from.open(name);
                StorageOutput output = to.append(name)) {
            output.truncate(0);
            long size = input.size();
            int count;
            for (long at = 0; at < size; at += count) {
                count = (int) Math.min(buffer.length, size - at);
                input.read(at, buffer, 0, count);
                output.append(buffer, 0, count);
            }
            output.sync();
        }
    }

    /** Removes the state, but neither definitions nor what the database is. */
    void eraseState() {
        for (Storage inner : List.of(journal(), checkpoints())) {
            inner.list().forEach(inner::delete);
            inner.syncNames();
        }
    }

    /** Removes everything. */
    void erase() {
        storage.deleteDirectory(JOURNAL);
        storage.deleteDirectory(CHECKPOINTS);
        storage.list().forEach(storage::delete);
        storage.syncNames();
    }

    /** How many bytes all of its files have. */
    long bytes() {
        return bytes(storage) + bytes(journal()) + bytes(checkpoints());
    }

    private static long bytes(Storage directory) {
        long bytes = 0;
        for (String name : directory.list()) {
            try (StorageInput input = directory.open(name)) {
                bytes += input.size();
            }
        }
        return bytes;
    }
}
