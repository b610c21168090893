package io.leat.executor.aggregate;

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
        int count = rows.count();
        if (rows.isUnit()) {
            for (int i = 0; i < count; i++) {
                sums[groups[i]]++;
            }
            return;
        }
        long[] weights = rows.weights();
        for (int i = 0; i < count; i++) {
            sums[groups[i]] += weights[i];
        }
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
