package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.executor.state.LongValues;

/** Adds up partial sums. Each stands for as many values as its count says; the sum beneath has taken it for one. */
final class MergingSum implements Accumulator {
    private final int countColumn;
    private final Accumulator sum;
    private final LongValues counts;

    /**
     * A merging sum.
     *
     * @param countColumn how many values a partial sum is made of
     * @param sum adds the sums up
     * @param counts its count of values by group
     */
    MergingSum(int countColumn, Accumulator sum, LongValues counts) {
        this.countColumn = countColumn;
        this.sum = sum;
        this.counts = counts;
    }

    @Override
    public void update(GroupedRows rows) {
        sum.update(rows);
        long[] values = ((LongColumn) rows.chunk().column(countColumn)).values();
        long[] count = counts.array(rows.groupLimit());
        for (int i = 0; i < rows.count(); i++) {
            count[rows.groups()[i]] += rows.weights()[i] * (values[rows.rows()[i]] - 1);
        }
    }

    @Override
    public void result(int group, ColumnBuilder into) {
        sum.result(group, into);
    }

    @Override
    public void clear(int group) {
        sum.clear(group);
    }

    @Override
    public void trim(int groupLimit) {
        sum.trim(groupLimit);
    }
}
