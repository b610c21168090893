package io.leat.executor.aggregate;

import io.leat.core.batch.ObjectColumn;
import io.leat.executor.state.LongValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Exact sums of decimals that do not fit a long: in 192 bits, which 2^64 of the widest decimals do not overflow. */
final class DecimalSumAccumulator implements Accumulator {
    private static final int WORDS = 3;
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    private final int column;
    private final int scale;
    private final LongValues sums;

    /**
     * Sums of a column.
     *
     * @param scale the scale of its type
     * @param sums three words for each group, the lowest first
     */
    DecimalSumAccumulator(int column, int scale, LongValues sums) {
        this.column = column;
        this.scale = scale;
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
        BigInteger unscaled = value.setScale(scale, RoundingMode.HALF_UP).unscaledValue();
        BigInteger product = weight == 1 ? unscaled : unscaled.multiply(BigInteger.valueOf(weight));
        int first = group * WORDS;
        long[] words = sums.array(first + WORDS);
        long carry = 0;
        for (int i = 0; i < WORDS; i++) {
            long term = product.longValue();
            long sum = words[first + i] + term;
            long withCarry = sum + carry;
            carry = Long.compareUnsigned(sum, term) < 0 || Long.compareUnsigned(withCarry, sum) < 0 ? 1 : 0;
            words[first + i] = withCarry;
            product = product.shiftRight(Long.SIZE);
        }
    }

    private BigDecimal sum(int group) {
        BigInteger sum = BigInteger.valueOf(sums.get(group * WORDS + WORDS - 1));
        for (int i = WORDS - 2; i >= 0; i--) {
            BigInteger word = BigInteger.valueOf(sums.get(group * WORDS + i));
            sum = sum.shiftLeft(Long.SIZE).add(word.signum() < 0 ? word.add(TWO_TO_64) : word);
        }
        return new BigDecimal(sum, scale);
    }

    /** The results of a SUM or AVG of so many values. */
    AggregateResult result(NumberResult result, Counts counts) {
        return (groups, from, to, into) -> {
            for (int i = from; i < to; i++) {
                long count = counts.get(groups[i]);
                if (count == 0) {
                    result.appendEmpty(into);
                } else {
                    result.appendExact(sum(groups[i]), count, into);
                }
            }
        };
    }

    @Override
    public void clear(int group) {
        for (int i = 0; i < WORDS; i++) {
            sums.set(group * WORDS + i, 0);
        }
    }

    @Override
    public void trim(int groupLimit) {
        sums.trim(groupLimit * WORDS);
    }
}
