package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Turns an exact sum into the result of a SUM or AVG: averaged, rounded to the type, its range checked. */
final class NumberResult {
    private final AggregateFunction function;
    private final DataType type;
    private final boolean whole;
    /** The greatest value of a type that lies as a long. */
    private final long greatest;

    private final long least;

    NumberResult(AggregateCall call) {
        this.function = call.function();
        this.type = call.type();
        this.whole = type.layout() == Layout.LONG && type.kind() != TypeKind.DECIMAL;
        this.greatest = greatest(type);
        this.least = -greatest - (whole ? 1 : 0);
    }

    /** Appends the result of no values. */
    void appendEmpty(ColumnBuilder into) {
        if (function != AggregateFunction.SUM_OR_ZERO) {
            into.appendNull();
        } else {
            appendExact(BigDecimal.ZERO, 1, into);
        }
    }

    /** Whether {@link #appendWhole} may be used for sums of the given scale. */
    boolean takesWhole(int scale) {
        return whole && scale == 0 || function != AggregateFunction.AVG && isDecimalOf(scale);
    }

    private boolean isDecimalOf(int scale) {
        return type.kind() == TypeKind.DECIMAL && type.layout() == Layout.LONG && type.scale() == scale;
    }

    /** Appends the result of a sum in the units of the result's type. */
    void appendWhole(long sum, long count, ColumnBuilder into) {
        long value = function == AggregateFunction.AVG ? sum / count : sum;
        if (value < least || value > greatest) {
            throw outOfRange(value);
        }
        into.appendLong(value);
    }

    private static long greatest(DataType type) {
        return switch (type.kind()) {
            case TINYINT -> Byte.MAX_VALUE;
            case SMALLINT -> Short.MAX_VALUE;
            case INTEGER, INTERVAL_MONTHS -> Integer.MAX_VALUE;
            case DECIMAL -> BigDecimal.ONE.scaleByPowerOfTen(type.precision()).longValue() - 1;
            default -> Long.MAX_VALUE;
        };
    }

    /** Appends the result of an exact sum. */
    void appendExact(BigDecimal sum, long count, ColumnBuilder into) {
        switch (type.layout()) {
            case DOUBLE ->
                appendDouble(function == AggregateFunction.AVG ? sum.doubleValue() / count : rounded(sum), into);
            case OBJECT -> into.appendObject(decimal(sum, count));
            default -> into.appendLong(scaled(sum, count));
        }
    }

    /** An exact number as the nearest one of the type. */
    double rounded(BigDecimal value) {
        return type.kind() == TypeKind.REAL ? value.floatValue() : value.doubleValue();
    }

    /** Appends a finite number, which must still be so in the result's type. */
    void appendDouble(double value, ColumnBuilder into) {
        double rounded = type.kind() == TypeKind.REAL ? (float) value : value;
        if (Double.isInfinite(rounded)) {
            throw outOfRange(rounded);
        }
        into.appendDouble(rounded == 0 ? 0.0 : rounded);
    }

    private long scaled(BigDecimal sum, long count) {
        if (type.kind() == TypeKind.DECIMAL) {
            return decimal(sum, count).unscaledValue().longValueExact();
        }
        BigDecimal value = divided(sum, count, 0, RoundingMode.DOWN);
        BigDecimal limit = BigDecimal.valueOf(greatest);
        if (value.compareTo(limit) > 0 || value.compareTo(limit.negate().subtract(BigDecimal.ONE)) < 0) {
            throw outOfRange(value.toPlainString());
        }
        return value.longValue();
    }

    private BigDecimal decimal(BigDecimal sum, long count) {
        BigDecimal value = divided(sum, count, type.scale(), RoundingMode.HALF_UP);
        if (value.precision() > type.precision() && value.signum() != 0) {
            throw outOfRange(value.toPlainString());
        }
        return value;
    }

    private BigDecimal divided(BigDecimal sum, long count, int scale, RoundingMode rounding) {
        return function == AggregateFunction.AVG
                ? sum.divide(BigDecimal.valueOf(count), scale, rounding)
                : sum.setScale(scale, rounding);
    }

    private LeatException outOfRange(Object value) {
        String name = function == AggregateFunction.AVG ? "AVG" : "SUM";
        return LeatException.of(
                        ErrorCode.NUMERIC_OUT_OF_RANGE,
                        type.withNullable(true) + " out of range: " + name + " gives " + value)
                .hint("Cast the argument to a wider type.");
    }
}
