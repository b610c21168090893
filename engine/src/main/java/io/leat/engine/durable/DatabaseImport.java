package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Makes a database directory of another one that is not in use, such as an export or a savepoint. */
public final class DatabaseImport {

    private DatabaseImport() {}

    /**
     * Copies a database. The copy has an identity of its own: its sinks begin anew.
     *
     * @param to empty, or not there yet
     * @throws LeatException FILE_NOT_FOUND, DATABASE_IN_USE, DATA_CORRUPTED or FOREIGN_FORMAT about the first; NOT_ALLOWED,
     *     DISK_FULL or INPUT_OUTPUT about the second, which is empty then
     */
    public static void copy(Path from, Path to) {
        if (!Files.isRegularFile(from.resolve(DatabaseLayout.FORMAT))) {
            throw LeatException.of(ErrorCode.FILE_NOT_FOUND, "there is no database in " + from)
                    .hint("A database directory has a file " + DatabaseLayout.FORMAT
                            + "; half an export that a crash has left has none.");
        }
        NewDirectory target = new NewDirectory(to);
        try (DatabaseFiles files = DatabaseFiles.open(from)) {
            ClosedDatabase database = new ClosedDatabase(files.storage());
            target.fill(storage -> database.copy(storage, UUID.randomUUID(), 0));
        }
    }
}
