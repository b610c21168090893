package io.leat.executor.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A directory in memory that counts every write, sync, rename and deletion, and that can crash at any of them, refuse to
 * sync or be full. After a crash {@link #recovered} is what the next process finds.
 */
public final class FaultyStorage {
    private final MemoryDisk disk;
    private final Faults faults = new Faults();
    private CrashMode mode = CrashMode.CLEAN;
    private long seed;

    /** An empty one. */
    public FaultyStorage() {
        this(new MemoryDisk());
    }

    private FaultyStorage(MemoryDisk disk) {
        this.disk = disk;
    }

    /** What the engine uses. */
    public Storage storage() {
        return new MemoryStorage(disk, "", faults);
    }

    /** How many things have been done. */
    public int steps() {
        return faults.steps();
    }

    /** Says what is to happen before each step, such as to look {@link #afterCrash}. */
    public void beforeEachStep(Runnable action) {
        faults.observe(action);
    }

    /** What a new process would find if this one ended now: before a step, or in the middle of it. */
    public FaultyStorage afterCrash(CrashMode how, long chance) {
        Random random = chance(chance);
        FaultyStorage left = new FaultyStorage(left(how, random));
        if (how == CrashMode.TORN && faults.writtenPlace() != null) {
            byte[] bytes = faults.written();
            left.disk.append(
                    faults.writtenPlace().substring(MemoryStorage.ROOT.length()),
                    Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        return left;
    }

    private MemoryDisk left(CrashMode how, Random random) {
        return switch (how) {
            case CLEAN, TORN -> disk.afterKill();
            case LOST -> disk.afterLoss();
            case REORDERED -> disk.afterDisorder(random);
        };
    }

    /** Ends the process before a step is done, 0 for the first, or in the middle of it. */
    public FaultyStorage crashAt(int step, CrashMode how, long chance) {
        mode = how;
        seed = chance;
        faults.crashAt(step, how == CrashMode.TORN, chance(chance));
        return this;
    }

    /** Small seeds next to each other would begin alike. */
    private static Random chance(long seed) {
        return new Random((seed + 1) * 0x9E3779B97F4A7C15L);
    }

    /** Whether syncs fail from now on. */
    public void failSyncs(boolean fail) {
        faults.failSyncs(fail);
    }

    /** How many bytes can be written from now on before the disk is full. */
    public void room(long bytes) {
        faults.room(bytes);
    }

    /** What a new process finds after the crash. */
    public FaultyStorage recovered() {
        return new FaultyStorage(left(mode, chance(seed)));
    }

    /** A copy, of which one byte is another. */
    public FaultyStorage flipped(String path, int offset) {
        MemoryDisk copy = disk.afterKill();
        copy.flip(path, offset);
        return new FaultyStorage(copy);
    }

    /** All files, with the directories they are in. */
    public List<String> paths() {
        return disk.paths();
    }

    /** How long a file is. */
    public int size(String path) {
        return disk.get(path).size();
    }
}
