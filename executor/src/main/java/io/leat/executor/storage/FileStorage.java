package io.leat.executor.storage;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory of the machine. */
public final class FileStorage implements Storage {
    /** Windows has no handle of a directory, and keeps names safe by itself. */
    private static final boolean NAMES_NEED_SYNC = File.separatorChar == '/';

    private final Path directory;

    /**
     * A directory, which is made if it is not there.
     *
     * @throws io.leat.core.error.LeatException INPUT_OUTPUT if that cannot be
     */
    public FileStorage(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw StorageErrors.of("open", directory, e);
        }
    }

    @Override
    public List<String> list() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageErrors.of("list", directory, e);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.isRegularFile(directory.resolve(name));
    }

    @Override
    public StorageInput open(String name) {
        Path file = directory.resolve(name);
        try {
            return new FileInput(file, FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException e) {
            throw StorageErrors.of("read", file, e);
        }
    }

    @Override
    public StorageOutput append(String name) {
        Path file = directory.resolve(name);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new FileOutput(file, channel, channel.size());
        } catch (IOException e) {
            throw StorageErrors.of("write", file, e);
        }
    }

    @Override
    public void rename(String from, String to) {
        Path file = directory.resolve(from);
        try {
            Files.move(
                    file, directory.resolve(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StorageErrors.of("rename", file, e);
        }
    }

    @Override
    public void delete(String name) {
        Path file = directory.resolve(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageErrors.of("delete", file, e);
        }
    }

    @Override
    public void syncNames() {
        if (!NAMES_NEED_SYNC) {
            return;
        }
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            throw StorageErrors.of("sync", directory, e);
        }
    }

    @Override
    public Storage directory(String name) {
        boolean isNew = !Files.isDirectory(directory.resolve(name));
        FileStorage inner = new FileStorage(directory.resolve(name));
        if (isNew) {
            syncNames();
        }
        return inner;
    }

    @Override
    public void deleteDirectory(String name) {
        Path inner = directory.resolve(name);
        if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(inner)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw StorageErrors.of("delete", inner, e);
        }
    }

    @Override
    public String place(String name) {
        return directory.resolve(name).toString();
    }
}
