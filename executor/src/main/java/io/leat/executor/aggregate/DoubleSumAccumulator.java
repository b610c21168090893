package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.MathContext;

/** Sums and averages of doubles that do not depend on the order of the values. */
final class DoubleSumAccumulator implements Accumulator {
    private final int column;
    private final DoubleSums sums;

    DoubleSumAccumulator(int column, DoubleSums sums) {
        this.column = column;
        this.sums = sums;
    }

    @Override
    public void update(GroupedRows rows) {
        double[] values = ((DoubleColumn) rows.chunk().column(column)).values();
        for (int i = 0; i < rows.count(); i++) {
            sums.add(rows.groups()[i], values[rows.rows()[i]], rows.weights()[i]);
        }
    }

    /** The results of a SUM or AVG of so many values. */
    AggregateResult result(AggregateCall call, Counts counts) {
        NumberResult result = new NumberResult(call);
        return (groups, from, to, into) -> {
            for (int i = from; i < to; i++) {
                append(call, result, sums.get(groups[i]), counts.get(groups[i]), into);
            }
        };
    }

    private static void append(AggregateCall call, NumberResult result, ExactSum sum, long count, ColumnBuilder into) {
        if (count == 0) {
            result.appendEmpty(into);
        } else if (sum.isSpecial()) {
            into.appendDouble(sum.special());
        } else if (call.function() == AggregateFunction.AVG) {
            result.appendDouble(average(sum, count), into);
        } else {
            result.appendDouble(total(call.type().kind() == TypeKind.REAL, result, sum), into);
        }
    }

    /** Rounding to double first and then to REAL would round twice. */
    private static double total(boolean single, NumberResult result, ExactSum sum) {
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
        sums.clear(group);
    }

    @Override
    public void trim(int groupLimit) {
        sums.trim(groupLimit);
    }
}
