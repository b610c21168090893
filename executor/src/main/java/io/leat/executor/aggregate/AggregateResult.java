package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;

/** Reads the result of one aggregate from its accumulator. */
@FunctionalInterface
interface AggregateResult {

    /**
     * Appends the results of the groups that stand at some places of an array.
     *
     * @throws io.leat.core.error.LeatException if one has none, such as a sum that does not fit its type; how many were
     *     appended before does not matter then
     */
    void append(int[] groups, int from, int to, ColumnBuilder into);
}
