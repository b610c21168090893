package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Scaled numbers: DECIMAL up to 18 digits as a long, beyond that as {@code BigDecimal}; integers have scale 0. */
final class Decimals {
    /** How many digits a long may have; the last power of ten in one has an exponent less by 1. */
    static final int LONG_DIGITS = 19;

    private static final long[] POWERS = new long[LONG_DIGITS];
    private static final BigInteger[] BIG_POWERS = new BigInteger[DataType.DECIMAL_PRECISION_MAX + 1];

    static {
        for (int i = 0; i < BIG_POWERS.length; i++) {
            BIG_POWERS[i] = BigInteger.TEN.pow(i);
        }
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = BIG_POWERS[i].longValueExact();
        }
    }

    private Decimals() {}

    /** Ten to the power of 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** How many decimal digits values of an exact numeric type may have. */
    static int digits(DataType type) {
        return switch (type.kind()) {
            case TINYINT -> 3;
            case SMALLINT -> 5;
            case INTEGER -> 10;
            case BIGINT -> LONG_DIGITS;
            default -> type.precision();
        };
    }

    /** Whether each value of an exact numeric type, brought to a scale not below its own, has at most 18 digits. */
    static boolean fitsLongAtScale(DataType type, int scale) {
        boolean asItIs = type.kind().isInteger() && scale == 0;
        return asItIs || digits(type) - type.scale() + scale <= DataType.DECIMAL_LONG_PRECISION_MAX;
    }

    /** Whether the scaled number has no more digits than a type of at most 18 digits allows. */
    static boolean fits(long unscaled, int precision) {
        long bound = POWERS[precision];
        return unscaled < bound && unscaled > -bound;
    }

    static boolean fits(BigDecimal value, int precision) {
        return value.precision() <= precision;
    }

    /** A quotient rounded half away from zero. The divisor is not 0, and neither is the smallest long. */
    static long divideHalfUp(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long remainder = Math.abs(dividend % divisor);
        if (remainder >= Math.abs(divisor) - remainder && remainder != 0) {
            return (dividend ^ divisor) < 0 ? quotient - 1 : quotient + 1;
        }
        return quotient;
    }

    /** The value of a row of an exact numeric type; the row is not NULL. */
    static BigDecimal at(Column column, DataType type, int row) {
        return column instanceof LongColumn longs
                ? BigDecimal.valueOf(longs.values()[row], type.scale())
                : (BigDecimal) ((ObjectColumn) column).values()[row];
    }

    /** The value rounded half up to the type's scale, or null if it has too many digits. */
    static BigDecimal rounded(BigDecimal value, DataType type) {
        BigDecimal rounded = value.scale() == type.scale() ? value : value.setScale(type.scale(), RoundingMode.HALF_UP);
        return type.kind() == TypeKind.DECIMAL && !fits(rounded, type.precision()) ? null : rounded;
    }
}
