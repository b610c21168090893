package io.leat.engine.durable;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps others out of a database directory: a locked file that names the process. */
final class DirectoryLock implements AutoCloseable {
    private static final String LOCK = "leat.lock";

    /**
     * The directories that this process has open. The operating system gives a process's lock back as soon as the process
     * closes any handle of the file, so a second engine in here must not even open it.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path realDirectory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, Path realDirectory, FileChannel channel) {
        this.directory = directory;
        this.realDirectory = realDirectory;
        this.channel = channel;
    }

    /**
     * Locks a directory that is there.
     *
     * @throws LeatException DATABASE_IN_USE naming the process that has it
     */
    static DirectoryLock take(Path directory) {
        try {
            Path real = directory.toRealPath();
            if (!OPEN.add(real)) {
                throw inUse(
                        directory,
                        "this very process (" + ProcessHandle.current().pid() + ")");
            }
            return take(directory, real);
        } catch (IOException e) {
            throw failed("open", directory, e);
        }
    }

    private static DirectoryLock take(Path directory, Path real) throws IOException {
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
            return new DirectoryLock(directory, real, channel);
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

    private static LeatException failed(String what, Path path, IOException cause) {
        return LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot " + what + " " + path, cause)
                .detail(String.valueOf(cause.getMessage()));
    }

    /** Lets others open the directory; idempotent. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw failed("close", directory, e);
        } finally {
            OPEN.remove(realDirectory);
        }
    }
}
