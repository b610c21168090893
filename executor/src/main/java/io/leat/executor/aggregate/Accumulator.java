package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;

/** One aggregate of a grouping: what it knows of each group, by group number. */
interface Accumulator {

    /** Takes rows in. Those that do not count (by FILTER, NULL or DISTINCT) are left out already. */
    void update(GroupedRows rows);

    /**
     * Appends a group's result.
     *
     * @throws io.leat.core.error.LeatException if it has none, such as a sum that does not fit its type
     */
    void result(int group, ColumnBuilder into);

    /** Forgets a group. */
    void clear(int group);

    /** Gives memory back when all groups in use are below the limit. */
    void trim(int groupLimit);
}
