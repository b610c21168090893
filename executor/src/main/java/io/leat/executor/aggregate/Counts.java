package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.executor.state.LongValues;

/** How many rows a group has, less those in which an argument is NULL: nothing is stored for a column without NULLs. */
record Counts(LongValues rows, LongValues nulls) {

    /** The count of a group. */
    long get(int group) {
        return rows.get(group) - nulls.get(group);
    }

    /** Appends the counts of groups, which are the result of COUNT. */
    void append(int[] groups, int from, int to, ColumnBuilder into) {
        long[] counts = new long[to - from];
        rows.gather(groups, from, to, counts);
        for (int i = from; i < to; i++) {
            counts[i - from] -= nulls.get(groups[i]);
        }
        into.appendLongs(counts, counts.length);
    }
}
