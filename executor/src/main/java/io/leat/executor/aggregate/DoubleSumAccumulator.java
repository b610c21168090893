package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.type.TypeKind;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.ObjectValues;
import java.math.BigDecimal;
import java.math.MathContext;

/** Sums and averages of doubles that do not depend on the order of the values. */
final class DoubleSumAccumulator implements Accumulator {
    private final int column;
    private final boolean average;
    private final boolean single;
    private final NumberResult result;
    private final LongValues counts;
    private final ObjectValues<ExactSum> sums;

    DoubleSumAccumulator(AggregateCall call, LongValues counts, ObjectValues<ExactSum> sums) {
        this.column = call.arguments().get(0);
        this.average = call.function() == AggregateFunction.AVG;
        this.single = call.type().kind() == TypeKind.REAL;
        this.result = new NumberResult(call);
        this.counts = counts;
        this.sums = sums;
    }

    @Override
    public void update(GroupedRows rows) {
        double[] values = ((DoubleColumn) rows.chunk().column(column)).values();
        long[] count = counts.array(rows.groupLimit());
        for (int i = 0; i < rows.count(); i++) {
            int group = rows.groups()[i];
            sumOf(group).add(values[rows.rows()[i]], rows.weights()[i]);
            count[group] += rows.weights()[i];
        }
    }

    private ExactSum sumOf(int group) {
        ExactSum sum = sums.get(group);
        if (sum == null) {
            sum = new ExactSum();
            sums.set(group, sum);
        }
        return sum;
    }

    @Override
    public void result(int group, ColumnBuilder into) {
        ExactSum sum = sums.get(group);
        long count = counts.get(group);
        if (count == 0) {
            result.appendEmpty(into);
        } else if (sum.isSpecial()) {
            into.appendDouble(sum.special());
        } else {
            result.appendDouble(average ? average(sum, count) : total(sum), into);
        }
    }

    /** Rounding to double first and then to REAL would round twice. */
    private double total(ExactSum sum) {
        return single && !sum.isExact() ? result.rounded(sum.exact()) : sum.rounded();
    }

    /** The average of numbers is never out of range, though their sum may be. */
    private static double average(ExactSum sum, long count) {
        double total = sum.rounded();
        return Double.isInfinite(total)
                ? sum.exact()
                        .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                        .doubleValue()
                : total / count;
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
