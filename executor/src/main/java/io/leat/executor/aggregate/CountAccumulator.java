package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.executor.state.LongValues;

/** Counts rows. */
final class CountAccumulator implements Accumulator {
    private final LongValues counts;

    CountAccumulator(LongValues counts) {
        this.counts = counts;
    }

    @Override
    public void update(GroupedRows rows) {
        long[] sums = counts.array(rows.groupLimit());
        int[] groups = rows.groups();
        long[] weights = rows.weights();
        for (int i = 0; i < rows.count(); i++) {
            sums[groups[i]] += weights[i];
        }
    }

    @Override
    public void result(int group, ColumnBuilder into) {
        into.appendLong(counts.get(group));
    }

    @Override
    public void clear(int group) {
        counts.set(group, 0);
    }

    @Override
    public void trim(int groupLimit) {
        counts.trim(groupLimit);
    }
}
