package io.leat.executor.state;

/** Something that is remembered from one tick to the next, and can be written down and read back. */
public interface Archivable {

    /**
     * Passes every field that is remembered through an archive, always in the same order, and keeps what comes back: when it
     * is written down that is what went in, when it is read back it is what was written. What follows from other fields may
     * be left out and made again at the end, if {@link StateArchive#isRestoring}.
     */
    void archive(StateArchive archive);
}
