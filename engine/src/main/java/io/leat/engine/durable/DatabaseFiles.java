package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.FileStorage;
import io.leat.executor.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database directory that this process has: its files, and its identity, which every file of rows carries so that none of
 * another database is taken for one of this.
 */
public final class DatabaseFiles implements AutoCloseable {
    private static final Pattern CONTENT = Pattern.compile("leat database (\\d{1,9})\n(?:(.{36})\n)?[\\s\\S]*");

    private final Storage storage;
    private final UUID identity;
    private final Runnable unlock;

    private DatabaseFiles(Storage storage, Optional<Beginning> beginning, Runnable unlock) {
        this.storage = storage;
        this.unlock = unlock;
        if (new DatabaseLayout(storage).isDatabase()) {
            identity(storage);
            new Savepoints(storage).removeUnfinished();
            new SavepointStart(storage).finish();
        }
        beginning.ifPresent(from -> new SavepointStart(storage).begin(from.savepoint(), from.millis()));
        this.identity = new DatabaseLayout(storage).isDatabase() ? identity(storage) : begin(storage);
    }

    /**
     * Where a database is to begin that does not go on where it was.
     *
     * @param savepoint the name of one of its savepoints
     * @param millis what time it is, in epoch milliseconds
     */
    public record Beginning(String savepoint, long millis) {}

    /**
     * Opens a directory, making it if it is not there, and keeps others out.
     *
     * @throws LeatException DATABASE_IN_USE naming the process that has it; FOREIGN_FORMAT if it was written by a newer
     *     version or by something else
     */
    public static DatabaseFiles open(Path directory) {
        return open(directory, Optional.empty());
    }

    /**
     * Opens a directory, perhaps after it was put back to a savepoint: what was there before is another savepoint then.
     *
     * @throws LeatException as {@link #open(Path)}; UNKNOWN_OBJECT if there is no such savepoint; DISK_FULL
     */
    public static DatabaseFiles open(Path directory, Optional<Beginning> beginning) {
        if (beginning.isPresent() && !Files.isDirectory(directory)) {
            throw LeatException.of(ErrorCode.FILE_NOT_FOUND, "there is no database directory " + directory)
                    .hint("A savepoint lies in the directory of its database.");
        }
        Storage storage = new FileStorage(directory);
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new DatabaseFiles(storage, beginning, lock::close);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens a storage that nobody else has. */
    public static DatabaseFiles of(Storage storage) {
        return of(storage, Optional.empty());
    }

    /** Opens a storage that nobody else has, perhaps after it was put back to a savepoint. */
    public static DatabaseFiles of(Storage storage, Optional<Beginning> beginning) {
        return new DatabaseFiles(storage, beginning, () -> {});
    }

    private static UUID begin(Storage storage) {
        DatabaseLayout layout = new DatabaseLayout(storage);
        if (!layout.journal().list().isEmpty()) {
            throw Corruption.of(storage.place(DatabaseLayout.FORMAT) + " is missing");
        }
        UUID identity = UUID.randomUUID();
        layout.writeFormat(identity);
        return identity;
    }

    /** The identity of the database that is there. */
    static UUID identity(Storage storage) {
        String content = new String(storage.read(DatabaseLayout.FORMAT), StandardCharsets.UTF_8);
        Matcher matcher = CONTENT.matcher(content);
        if (!matcher.matches()) {
            throw foreign(storage, "has an unknown format");
        }
        if (Integer.parseInt(matcher.group(1)) != DatabaseLayout.VERSION) {
            throw foreign(storage, "has format " + matcher.group(1));
        }
        try {
            return UUID.fromString(String.valueOf(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            throw Corruption.of(storage.place(DatabaseLayout.FORMAT) + " does not say which database it is");
        }
    }

    private static LeatException foreign(Storage storage, String what) {
        return LeatException.of(ErrorCode.FOREIGN_FORMAT, "the database in " + storage.place("") + " " + what)
                .hint("It was written by another version of Leat, or by something else; this one reads format "
                        + DatabaseLayout.VERSION + ".");
    }

    /** The outermost directory. */
    public Storage storage() {
        return storage;
    }

    /** What no other database has. */
    public UUID identity() {
        return identity;
    }

    /** Lets others open the directory; idempotent. */
    @Override
    public void close() {
        unlock.run();
    }
}
