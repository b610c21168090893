package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.engine.progress.ReadingProgress;
import io.leat.executor.source.Decoding;
import java.util.Set;

/** The history of one relation, as a replay reads it. */
interface Feed extends AutoCloseable {

    /** Says which of the relation's columns are read; the others may come as NULL. */
    default void project(Set<Integer> columns) {
        // gives everything
    }

    /** Whether it gives rows as a source delivers them, so that they may say where they come from. */
    default boolean isOfSource() {
        return false;
    }

    /** Takes the next part of it from outside, if that is where it is, and gives it to be decoded before {@link #next}. */
    default void read(Decoding decoding) {
        // has nothing to decode
    }

    /** The next part of it; may be empty although there is more. */
    ZSet next();

    /** Whether all of it has been given. */
    boolean isExhausted();

    /** How far event time has come with what has been given. */
    long watermark();

    /** How far reading it has come. */
    ReadingProgress progress();

    @Override
    void close();
}
