package io.leat.engine.view;

import io.leat.core.batch.ZSet;
import io.leat.executor.state.Archivable;

/** What a view contains at the last tick. Used by one thread at a time. */
public interface ViewContent extends Archivable {

    /** Takes in what it contains at first. */
    void begin(ZSet rows);

    /** Takes in what a tick has changed. */
    void apply(ZSet change);

    /** All rows, each once, with their weights. */
    ZSet snapshot();

    /** How many different rows. */
    long rows();

    /** Memory that they take, in bytes, about. */
    long bytes();
}
