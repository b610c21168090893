package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.Corruption;
import io.leat.executor.storage.FileStorage;
import io.leat.executor.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database directory that this process has: its files, and its identity, which every file of rows carries so that none of
 * another database is taken for one of this.
 */
public final class DatabaseFiles implements AutoCloseable {
    private static final String FORMAT = "leat.format";
    private static final int VERSION = 2;
    private static final Pattern CONTENT = Pattern.compile("leat database (\\d{1,9})\n(?:(.{36})\n)?[\\s\\S]*");
    private static final String JOURNAL = "journal";

    private final Storage storage;
    private final UUID identity;
    private final Runnable unlock;

    private DatabaseFiles(Storage storage, Runnable unlock) {
        this.storage = storage;
        this.unlock = unlock;
        this.identity = storage.exists(FORMAT) ? identity(storage) : begin(storage);
    }

    /**
     * Opens a directory, making it if it is not there, and keeps others out.
     *
     * @throws LeatException DATABASE_IN_USE naming the process that has it; FOREIGN_FORMAT if it was written by a newer
     *     version or by something else
     */
    public static DatabaseFiles open(Path directory) {
        Storage storage = new FileStorage(directory);
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new DatabaseFiles(storage, lock::close);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Opens a storage that nobody else has. */
    public static DatabaseFiles of(Storage storage) {
        return new DatabaseFiles(storage, () -> {});
    }

    private static UUID begin(Storage storage) {
        if (!storage.directory(JOURNAL).list().isEmpty()) {
            throw Corruption.of(storage.place(FORMAT) + " is missing");
        }
        UUID identity = UUID.randomUUID();
        String content = "leat database " + VERSION + "\n" + identity + "\n";
        storage.replace(FORMAT, content.getBytes(StandardCharsets.UTF_8));
        return identity;
    }

    private static UUID identity(Storage storage) {
        String content = new String(storage.read(FORMAT), StandardCharsets.UTF_8);
        Matcher matcher = CONTENT.matcher(content);
        if (!matcher.matches()) {
            throw foreign(storage, "has an unknown format");
        }
        if (Integer.parseInt(matcher.group(1)) != VERSION) {
            throw foreign(storage, "has format " + matcher.group(1));
        }
        try {
            return UUID.fromString(String.valueOf(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            throw Corruption.of(storage.place(FORMAT) + " does not say which database it is");
        }
    }

    private static LeatException foreign(Storage storage, String what) {
        return LeatException.of(ErrorCode.FOREIGN_FORMAT, "the database in " + storage.place("") + " " + what)
                .hint("It was written by another version of Leat, or by something else; this one reads format "
                        + VERSION + ".");
    }

    /** The outermost directory. */
    public Storage storage() {
        return storage;
    }

    /** What no other database has. */
    public UUID identity() {
        return identity;
    }

    Storage journal() {
        return storage.directory(JOURNAL);
    }

    Storage checkpoints() {
        return storage.directory("checkpoints");
    }

    /** Lets others open the directory; idempotent. */
    @Override
    public void close() {
        unlock.run();
    }
}
