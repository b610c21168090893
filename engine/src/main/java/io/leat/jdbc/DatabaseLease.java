package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.Leat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connection's share in an open database. All connections of this JVM to one directory share one {@link Leat}, which is
 * closed with the last of them; a database in memory belongs to its connection alone.
 */
final class DatabaseLease implements AutoCloseable {
    private static final Map<Path, DatabaseLease> SHARED = new HashMap<>();

    private final Leat leat;
    private final Path directory;
    private int users = 1;

    private DatabaseLease(Leat leat, Path directory) {
        this.leat = leat;
        this.directory = directory;
    }

    /**
     * Opens a database, or takes part in it if it is open.
     *
     * @throws LeatException CONNECTION if there is no such directory and none can be made; DATABASE_IN_USE
     */
    static DatabaseLease open(Optional<String> directory) {
        return directory.map(DatabaseLease::shared).orElseGet(() -> new DatabaseLease(Leat.open(), null));
    }

    private static DatabaseLease shared(String name) {
        synchronized (SHARED) {
            Path directory = real(name);
            DatabaseLease open = SHARED.get(directory);
            if (open == null) {
                open = new DatabaseLease(Leat.open(directory), directory);
                SHARED.put(directory, open);
            } else {
                open.users++;
            }
            return open;
        }
    }

    /** One path for one directory, however it was written. */
    private static Path real(String name) {
        try {
            return Files.createDirectories(Path.of(name)).toRealPath();
        } catch (IOException | RuntimeException e) {
            throw LeatException.of(ErrorCode.CONNECTION, "the directory \"" + name + "\" cannot be opened", e)
                    .hint("Give a directory that exists or can be made, or jdbc:leat: for a database in memory.");
        }
    }

    Leat leat() {
        return leat;
    }

    /** Gives the share back; call it once for each time that the lease was given out. */
    @Override
    public void close() {
        synchronized (SHARED) {
            users--;
            if (users > 0) {
                return;
            }
            SHARED.remove(directory);
            leat.close();
        }
    }
}
