package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.ObjectColumn;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.ObjectValues;
import java.math.BigDecimal;

/** Exact sums of decimals that do not fit a long. */
final class DecimalSumAccumulator implements Accumulator {
    private final int column;
    private final NumberResult result;
    private final LongValues counts;
    private final ObjectValues<BigDecimal> sums;

    DecimalSumAccumulator(int column, NumberResult result, LongValues counts, ObjectValues<BigDecimal> sums) {
        this.column = column;
        this.result = result;
        this.counts = counts;
        this.sums = sums;
    }

    @Override
    public void update(GroupedRows rows) {
        Object[] values = ((ObjectColumn) rows.chunk().column(column)).values();
        for (int i = 0; i < rows.count(); i++) {
            add(rows.groups()[i], (BigDecimal) values[rows.rows()[i]], rows.weights()[i]);
        }
    }

    private void add(int group, BigDecimal value, long weight) {
        BigDecimal product = weight == 1 ? value : value.multiply(BigDecimal.valueOf(weight));
        BigDecimal before = sums.get(group);
        sums.set(group, before == null ? product : before.add(product));
        counts.add(group, weight);
    }

    @Override
    public void result(int group, ColumnBuilder into) {
        if (counts.get(group) == 0) {
            result.appendEmpty(into);
        } else {
            result.appendExact(sums.get(group), counts.get(group), into);
        }
    }

    @Override
    public void clear(int group) {
        counts.set(group, 0);
        sums.set(group, null);
    }

    @Override
    public void trim(int groupLimit) {
        counts.trim(groupLimit);
        sums.trim(groupLimit);
    }
}
