package io.leat.executor.storage;

/** What a crash does to a disk. */
public enum CrashMode {
    /** The process is killed: everything that it did before is there. */
    CLEAN,
    /** The process is killed in the middle of its last write: a part of that is there, too. */
    TORN,
    /** The power fails, and all that was not synced is lost. */
    LOST,
    /** The power fails, and of what was not synced any part is lost. */
    REORDERED;

    /** How many seeds to try: one where chance has no part in it. */
    public int chances(int seeds) {
        return this == TORN || this == REORDERED ? seeds : 1;
    }
}
