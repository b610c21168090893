package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;

/** A compiled condition. */
@FunctionalInterface
public interface Predicate {

    /**
     * Those of the selected rows for which the condition is TRUE: not FALSE and not NULL.
     *
     * @throws io.leat.core.error.LeatException if a selected row cannot be computed
     */
    Selection select(Chunk input, Selection selection);
}
