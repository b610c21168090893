package io.leat.connector.file;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The files of the system. */
final class SystemFiles implements SinkFiles {
    private static final int DEPTH_MAX = 32;

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public boolean isDirectory(Path path) {
        return Files.isDirectory(path);
    }

    @Override
    public List<Path> filesBelow(Path directory) throws IOException {
        try (Stream<Path> walked = Files.walk(directory, DEPTH_MAX)) {
            return walked.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public long size(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public byte[] read(Path file, long from, int length) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            input.skipNBytes(from);
            return input.readNBytes(length);
        }
    }

    @Override
    public String key(Path file) throws IOException {
        return String.valueOf(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    @Override
    public Output append(Path file) throws IOException {
        return new ChannelOutput(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public boolean create(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException e) {
            // As it should be: others have files there.
            return;
        }
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory)) {
            if (parent != null) {
                createDirectories(parent);
            }
            Files.createDirectories(directory);
            syncNames(parent == null ? directory : parent);
        }
    }

    @Override
    public void syncNames(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw inUse(null);
    }

    private static LeatException inUse(Throwable cause) {
        return LeatException.of(ErrorCode.DATABASE_IN_USE, "another job or process is writing to these files", cause)
                .hint("A directory takes the files of several jobs. Only one process may run a database directory, or a"
                        + " copy of it, at a time.");
    }

    /** A channel at the end of a file. */
    private record ChannelOutput(FileChannel channel) implements Output {

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void sync() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
