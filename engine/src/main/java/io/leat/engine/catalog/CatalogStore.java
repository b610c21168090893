package io.leat.engine.catalog;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The definitions on disk: a script of the statements that made them, written whole under another name, synced and renamed,
 * so that a crash leaves the old one or the new one. A lock file keeps a second process out.
 */
public final class CatalogStore implements AutoCloseable {
    private static final String SCRIPT = "catalog.sql";
    private static final String LOCK = "leat.lock";
    private static final String FORMAT = "-- leat catalog 1";

    private final Path directory;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private CatalogStore(Path directory, FileChannel lockChannel, FileLock lock) {
        this.directory = directory;
        this.lockChannel = lockChannel;
        this.lock = lock;
    }

    /**
     * Opens a database directory, making it if it is not there, and keeps others out.
     *
     * @throws LeatException DATABASE_IN_USE naming the process that has it
     */
    public static CatalogStore open(Path directory) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(LOCK);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String owner = Files.readString(file).trim();
                channel.close();
                throw inUse(directory, owner);
            }
            channel.truncate(0);
            channel.write(utf8("process " + ProcessHandle.current().pid() + "\n"));
            return new CatalogStore(directory, channel, lock);
        } catch (IOException e) {
            throw failed("open", directory, e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another engine in this very process has it.
            return null;
        }
    }

    private static LeatException inUse(Path directory, String owner) {
        return LeatException.of(
                        ErrorCode.DATABASE_IN_USE,
                        "database " + directory + " is in use by " + (owner.isEmpty() ? "another process" : owner))
                .hint("One process at a time can open a database directory. Close the other one first.");
    }

    /**
     * The script that makes all definitions again; empty for a new directory.
     *
     * @throws LeatException FOREIGN_FORMAT if it was not written by this version or one before
     */
    public String load() {
        Path file = directory.resolve(SCRIPT);
        try {
            if (!Files.exists(file)) {
                return "";
            }
            String script = Files.readString(file);
            if (!script.startsWith(FORMAT + "\n")) {
                throw LeatException.of(
                                ErrorCode.FOREIGN_FORMAT, "the catalog in " + directory + " has an unknown format")
                        .hint("It was written by a newer version of Leat, or by something else.");
            }
            return script;
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    /** Writes the definitions down; returns when they are safe. */
    public void save(List<String> statements) {
        String script = statements.stream()
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining("", FORMAT + "\n", ""));
        Path temporary = directory.resolve(SCRIPT + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                channel.write(utf8(script));
                channel.force(true);
            }
            Files.move(
                    temporary,
                    directory.resolve(SCRIPT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel parent = FileChannel.open(directory, StandardOpenOption.READ)) {
                parent.force(true);
            }
        } catch (IOException e) {
            throw failed("write", temporary, e);
        }
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LeatException failed(String what, Path path, IOException cause) {
        return LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot " + what + " " + path, cause)
                .detail(String.valueOf(cause.getMessage()));
    }

    /** The database directory. */
    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockChannel.close();
        } catch (IOException e) {
            throw failed("close", directory, e);
        }
    }
}
