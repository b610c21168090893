package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.LongColumn;
import io.leat.executor.state.LongValues;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Sums of longs in 128 bits, so that only the result, never a term, can be out of range. */
final class LongSumAccumulator implements Accumulator {
    private static final BigInteger UNSIGNED_MASK =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private final int column;
    private final int scale;
    private final NumberResult result;
    private final boolean takesWhole;
    private final LongValues counts;
    private final LongValues lows;
    private final LongValues highs;

    /**
     * Sums of a column.
     *
     * @param scale digits after the point of its values
     * @param counts how many values, by group
     * @param lows the lower 64 bits of sums, by group
     * @param highs the upper 64 bits
     */
    LongSumAccumulator(
            int column, int scale, NumberResult result, LongValues counts, LongValues lows, LongValues highs) {
        this.column = column;
        this.scale = scale;
        this.result = result;
        this.takesWhole = result.takesWhole(scale);
        this.counts = counts;
        this.lows = lows;
        this.highs = highs;
    }

    @Override
    public void update(GroupedRows rows) {
        long[] values = ((LongColumn) rows.chunk().column(column)).values();
        long[] count = counts.array(rows.groupLimit());
        long[] low = lows.array(rows.groupLimit());
        long[] high = highs.array(rows.groupLimit());
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.groups()[i];
            long weight = rows.weights()[i];
            long value = values[rows.rows()[i]];
            long product = value * weight;
            long sum = low[group] + product;
            long carry = Long.compareUnsigned(sum, product) < 0 ? 1 : 0;
            low[group] = sum;
            high[group] += Math.multiplyHigh(value, weight) + carry;
            count[group] += weight;
        }
    }

    @Override
    public void result(int group, ColumnBuilder into) {
        long count = counts.get(group);
        long low = lows.get(group);
        long high = highs.get(group);
        if (count == 0) {
            result.appendEmpty(into);
        } else if (takesWhole && high == low >> 63) {
            result.appendWhole(low, count, into);
        } else {
            result.appendExact(new BigDecimal(exact(high, low), scale), count, into);
        }
    }

    private static BigInteger exact(long high, long low) {
        BigInteger lower = BigInteger.valueOf(low).and(UNSIGNED_MASK);
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(lower);
    }

    @Override
    public void clear(int group) {
        counts.set(group, 0);
        lows.set(group, 0);
        highs.set(group, 0);
    }

    @Override
    public void trim(int groupLimit) {
        counts.trim(groupLimit);
        lows.trim(groupLimit);
        highs.trim(groupLimit);
    }
}
