package io.leat.executor.storage;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.util.Arrays;
import java.util.List;

/** A directory in memory. Each thing that is done to it passes by {@link Faults}. */
public final class MemoryStorage implements Storage {
    /** What every place begins with. */
    static final String ROOT = "memory/";

    private final MemoryDisk disk;
    private final String directory;
    private final Faults faults;

    /** An empty directory that never fails. */
    public MemoryStorage() {
        this(new MemoryDisk(), "", new Faults());
    }

    MemoryStorage(MemoryDisk disk, String directory, Faults faults) {
        this.disk = disk;
        this.directory = directory;
        this.faults = faults;
    }

    @Override
    public List<String> list() {
        faults.alive();
        return disk.list(directory);
    }

    @Override
    public StorageInput open(String name) {
        faults.alive();
        return new Input(name, node(name));
    }

    private MemoryDisk.Node node(String name) {
        MemoryDisk.Node node = disk.get(directory + name);
        if (node == null) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot read " + place(name))
                    .detail("it does not exist");
        }
        return node;
    }

    @Override
    public StorageOutput append(String name) {
        faults.alive();
        MemoryDisk.Node node = disk.get(directory + name);
        if (node == null) {
            faults.step();
            node = disk.create(directory, name);
        }
        return new Output(name, node);
    }

    @Override
    public void rename(String from, String to) {
        faults.step();
        node(from);
        disk.rename(directory, from, to);
    }

    @Override
    public void delete(String name) {
        faults.alive();
        if (disk.get(directory + name) != null) {
            faults.step();
            disk.delete(directory, name);
        }
    }

    @Override
    public void syncNames() {
        faults.sync(place(""));
        disk.syncNames(directory);
    }

    @Override
    public Storage directory(String name) {
        return new MemoryStorage(disk, directory + name + "/", faults);
    }

    @Override
    public void deleteDirectory(String name) {
        String inner = directory + name + "/";
        disk.moveNamings(inner, directory);
        for (String path : disk.paths()) {
            if (path.startsWith(inner)) {
                faults.step();
                disk.delete(directory, path.substring(directory.length()));
            }
        }
    }

    @Override
    public String place(String name) {
        return ROOT + directory + name;
    }

    private final class Input implements StorageInput {
        private final String name;
        private final MemoryDisk.Node node;

        Input(String name, MemoryDisk.Node node) {
            this.name = name;
            this.node = node;
        }

        @Override
        public long size() {
            return node.size();
        }

        @Override
        public void read(long position, byte[] into, int offset, int length) {
            faults.alive();
            if (position + length > node.size()) {
                throw LeatException.of(ErrorCode.INPUT_OUTPUT, "cannot read " + place(name))
                        .detail("it ends before byte " + (position + length));
            }
            System.arraycopy(node.content(), (int) position, into, offset, length);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private final class Output implements StorageOutput {
        private final String name;
        private final MemoryDisk.Node node;

        Output(String name, MemoryDisk.Node node) {
            this.name = name;
            this.node = node;
        }

        @Override
        public long size() {
            return node.size();
        }

        @Override
        public void append(byte[] bytes, int offset, int length) {
            byte[] added = Arrays.copyOfRange(bytes, offset, offset + length);
            faults.write(place(name), added, node::append);
        }

        @Override
        public void truncate(long size) {
            if (size < node.size()) {
                faults.step();
                node.truncate((int) size);
            }
        }

        @Override
        public void sync() {
            faults.sync(place(name));
            node.sync();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
