package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;

/** A compiled expression. Holds nothing that changes its answers, so any number of threads may share it. */
@FunctionalInterface
public interface Kernel {

    /**
     * The expression's values for the selected rows. The column has as many positions as the input; at positions that
     * are not selected, value and validity bit mean nothing. The column may share its arrays with the input.
     *
     * @throws io.leat.core.error.LeatException if a selected row cannot be computed; which one, {@link
     *     FallibleEvaluation} finds out
     */
    Column evaluate(Chunk input, Selection selection);
}
