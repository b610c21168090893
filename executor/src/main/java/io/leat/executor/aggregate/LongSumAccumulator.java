package io.leat.executor.aggregate;

import io.leat.core.batch.LongColumn;
import io.leat.executor.state.LongValues;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sums of longs in 128 bits, so that only the result, never a term, can be out of range. The upper half counts how often
 * the lower one overflowed, and takes no memory before that happens.
 */
final class LongSumAccumulator implements Accumulator {
    private final int column;
    private final LongValues lows;
    private final LongValues highs;

    /**
     * Sums of a column.
     *
     * @param lows the lower 64 bits of sums, by group, signed
     * @param highs how often 2^64 must be added to them
     */
    LongSumAccumulator(int column, LongValues lows, LongValues highs) {
        this.column = column;
        this.lows = lows;
        this.highs = highs;
    }

    @Override
    public void update(GroupedRows rows) {
        long[] values = ((LongColumn) rows.chunk().column(column)).values();
        long[] low = lows.array(rows.groupLimit());
        if (!rows.isUnit()) {
            updateWeighted(rows, values, low);
            return;
        }
        int[] groups = rows.groups();
        int[] numbers = rows.rows();
        int count = rows.count();
        for (int i = 0; i < count; i++) {
            int group = groups[i];
            long value = values[numbers[i]];
            long before = low[group];
            long sum = before + value;
            low[group] = sum;
            if (((before ^ sum) & (value ^ sum)) < 0) {
                highs.add(group, value < 0 ? -1 : 1);
            }
        }
    }

    private void updateWeighted(GroupedRows rows, long[] values, long[] low) {
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.groups()[i];
            long value = values[rows.rows()[i]];
            long weight = rows.weights()[i];
            long product = value * weight;
            long before = low[group];
            long sum = before + product;
            low[group] = sum;
            long high = Math.multiplyHigh(value, weight) - (product >> Long.SIZE - 1);
            if (((before ^ sum) & (product ^ sum)) < 0) {
                high += product < 0 ? -1 : 1;
            }
            if (high != 0) {
                highs.add(group, high);
            }
        }
    }

    /** The results of a SUM or AVG of values of a scale, of which there are so many. */
    AggregateResult result(NumberResult result, Counts counts, int scale) {
        boolean takesWhole = result.takesWhole(scale);
        return (groups, from, to, into) -> {
            for (int i = from; i < to; i++) {
                int group = groups[i];
                long count = counts.get(group);
                if (count == 0) {
                    result.appendEmpty(into);
                } else if (takesWhole && highs.get(group) == 0) {
                    result.appendWhole(lows.get(group), count, into);
                } else {
                    result.appendExact(new BigDecimal(exact(group), scale), count, into);
                }
            }
        };
    }

    private BigInteger exact(int group) {
        return BigInteger.valueOf(highs.get(group)).shiftLeft(Long.SIZE).add(BigInteger.valueOf(lows.get(group)));
    }

    @Override
    public void clear(int group) {
        lows.set(group, 0);
        highs.set(group, 0);
    }

    @Override
    public void trim(int groupLimit) {
        lows.trim(groupLimit);
        highs.trim(groupLimit);
    }
}
