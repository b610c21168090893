package io.leat.executor.aggregate;

/** What aggregates know of each group, by group number; several aggregates may read one. */
interface Accumulator {

    /** Takes rows in. Those that do not count (by FILTER, NULL or DISTINCT) are left out already. */
    void update(GroupedRows rows);

    /** Forgets a group. */
    void clear(int group);

    /** Gives memory back when all groups in use are below the limit. */
    void trim(int groupLimit);
}
