package io.leat.executor.over;

import io.leat.core.batch.ColumnBuilder;

/** One function over one sequence, row by row from the first that is to be computed. */
interface FrameFunction {

    /**
     * Appends the result for a row.
     *
     * @throws io.leat.core.error.LeatException if it has none, such as a sum that does not fit its type
     */
    void append(int row, ColumnBuilder into);

    /** Ends the sequence: what is kept of it is brought up to its end. */
    default void finish() {}
}
