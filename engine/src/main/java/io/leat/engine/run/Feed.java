package io.leat.engine.run;

import io.leat.core.batch.ZSet;

/** The history of one relation, as a replay reads it. */
interface Feed extends AutoCloseable {

    /** The next part of it; may be empty although there is more. */
    ZSet next();

    /** Whether all of it has been given. */
    boolean isExhausted();

    /** How far event time has come with what has been given. */
    long watermark();

    @Override
    void close();
}
