package io.leat.tests.simulation;

import io.leat.engine.durable.DatabaseFiles;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import io.leat.executor.storage.Storage;
import io.leat.executor.storage.StorageInput;
import io.leat.executor.storage.StorageOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** A disk that outlives processes. What each process does to it is in the trace, and is where the process may end. */
final class SimulatedDisk {
    private static final String FORMAT = "leat.format";

    private final FaultyStorage files;

    private SimulatedDisk(FaultyStorage files) {
        this.files = files;
    }

    /** A disk on which nothing is but the identity of a database, so that it is the same in each run. */
    static SimulatedDisk of(String identity) {
        FaultyStorage files = new FaultyStorage();
        try (DatabaseFiles begun = DatabaseFiles.of(files.storage())) {
            String format = new String(files.storage().read(FORMAT), StandardCharsets.UTF_8);
            String known = format.replace(begun.identity().toString(), identity);
            files.storage().replace(FORMAT, known.getBytes(StandardCharsets.UTF_8));
        }
        return new SimulatedDisk(files);
    }

    /**
     * The disk as a process sees it.
     *
     * @param same whether what is written is the same in each run: identities of savepoints are not
     */
    Storage storage(SimulatedProcess process, boolean same) {
        return new Traced(files.storage(), process, same);
    }

    /** What a crash at this moment leaves. */
    SimulatedDisk afterCrash(CrashMode mode, long chance) {
        return new SimulatedDisk(files.afterCrash(mode, chance));
    }

    /** How many bytes can be written from now on. */
    void room(long bytes) {
        files.room(bytes);
    }

    /** Whether syncs fail. */
    void failSyncs(boolean fail) {
        files.failSyncs(fail);
    }

    /** The files and their sizes. */
    List<String> paths() {
        return files.paths().stream().map(path -> path + " " + files.size(path)).toList();
    }

    private record Traced(Storage to, SimulatedProcess process, boolean same) implements Storage {
        @Override
        public List<String> list() {
            process.alive();
            return to.list();
        }

        @Override
        public StorageInput open(String name) {
            process.alive();
            return to.open(name);
        }

        @Override
        public StorageOutput append(String name) {
            process.step("open " + place(name));
            return new Output(to.append(name), place(name), process, same);
        }

        @Override
        public void rename(String from, String to) {
            process.step("rename " + place(from) + " to " + to);
            this.to.rename(from, to);
        }

        @Override
        public void delete(String name) {
            process.step("delete " + place(name));
            to.delete(name);
        }

        @Override
        public void syncNames() {
            process.step("sync names of " + place(""));
            to.syncNames();
        }

        @Override
        public Storage directory(String name) {
            return new Traced(to.directory(name), process, same);
        }

        @Override
        public void deleteDirectory(String name) {
            process.step("delete " + place(name) + "/");
            to.deleteDirectory(name);
        }

        @Override
        public String place(String name) {
            return to.place(name);
        }
    }

    private record Output(StorageOutput to, String place, SimulatedProcess process, boolean same)
            implements StorageOutput {
        @Override
        public long size() {
            return to.size();
        }

        @Override
        public void append(byte[] bytes, int offset, int length) {
            CRC32 sum = new CRC32();
            if (same) {
                sum.update(bytes, offset, length);
            }
            process.step(
                    "write " + place + " " + length + " " + Long.toHexString(sum.getValue()),
                    part -> to.append(bytes, offset, (int) (length * part)));
            to.append(bytes, offset, length);
        }

        @Override
        public void truncate(long size) {
            process.step("truncate " + place + " " + size);
            to.truncate(size);
        }

        @Override
        public void sync() {
            process.step("sync " + place);
            to.sync();
        }

        @Override
        public void close() {
            to.close();
        }
    }
}
