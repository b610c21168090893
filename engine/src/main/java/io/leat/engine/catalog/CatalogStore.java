package io.leat.engine.catalog;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The definitions on disk: a script of the statements that made them, written whole under another name, synced and renamed,
 * so that a crash leaves the old one or the new one. A lock file keeps a second process out.
 */
public final class CatalogStore implements AutoCloseable {
    private static final String SCRIPT = "catalog.sql";
    private static final String LOCK = "leat.lock";
    private static final String FORMAT = "-- leat catalog 1";

    /**
     * The directories that this process has open. The operating system gives a process's lock back as soon as the process
     * closes any handle of the file, so a second engine in here must not even open it.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path realDirectory;
    private final FileChannel lockChannel;

    private CatalogStore(Path directory, Path realDirectory, FileChannel lockChannel) {
        this.directory = directory;
        this.realDirectory = realDirectory;
        this.lockChannel = lockChannel;
    }

    /**
     * Opens a database directory, making it if it is not there, and keeps others out.
     *
     * @throws LeatException DATABASE_IN_USE naming the process that has it
     */
    public static CatalogStore open(Path directory) {
        try {
            Files.createDirectories(directory);
            Path real = directory.toRealPath();
            if (!OPEN.add(real)) {
                throw inUse(
                        directory,
                        "this very process (" + ProcessHandle.current().pid() + ")");
            }
            return locked(directory, real);
        } catch (IOException e) {
            throw failed("open", directory, e);
        }
    }

    private static CatalogStore locked(Path directory, Path real) throws IOException {
        FileChannel channel = null;
        try {
            Path file = directory.resolve(LOCK);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw inUse(directory, Files.readString(file).trim());
            }
            channel.truncate(0);
            write(channel, "process " + ProcessHandle.current().pid() + "\n");
            return new CatalogStore(directory, real, channel);
        } catch (IOException | RuntimeException e) {
            OPEN.remove(real);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (left.hasRemaining()) {
            channel.write(left);
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
                write(channel, script);
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

    private static LeatException failed(String what, Path path, IOException cause) {
        return LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot " + what + " " + path, cause)
                .detail(String.valueOf(cause.getMessage()));
    }

    /** The database directory. */
    public Path directory() {
        return directory;
    }

    /** Lets others open the directory; idempotent. */
    @Override
    public void close() {
        if (!lockChannel.isOpen()) {
            return;
        }
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw failed("close", directory, e);
        } finally {
            OPEN.remove(realDirectory);
        }
    }
}
