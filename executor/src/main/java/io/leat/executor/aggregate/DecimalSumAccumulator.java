package io.leat.executor.aggregate;

import io.leat.core.batch.ObjectColumn;
import io.leat.executor.state.ObjectValues;
import java.math.BigDecimal;

/** Exact sums of decimals that do not fit a long. */
final class DecimalSumAccumulator implements Accumulator {
    private final int column;
    private final ObjectValues<BigDecimal> sums;

    DecimalSumAccumulator(int column, ObjectValues<BigDecimal> sums) {
        this.column = column;
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
    }

    /** The results of a SUM or AVG of so many values. */
    AggregateResult result(NumberResult result, Counts counts) {
        return (groups, from, to, into) -> {
            for (int i = from; i < to; i++) {
                long count = counts.get(groups[i]);
                if (count == 0) {
                    result.appendEmpty(into);
                } else {
                    result.appendExact(sums.get(groups[i]), count, into);
                }
            }
        };
    }

    @Override
    public void clear(int group) {
        sums.set(group, null);
    }

    @Override
    public void trim(int groupLimit) {
        sums.trim(groupLimit);
    }
}
