package io.leat.executor.oracle;

import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Comparison and conversion of Java values, in the most obvious way. */
final class NaiveValues {

    private NaiveValues() {}

    /** The order of two values of one kind, neither NULL. */
    @SuppressWarnings("unchecked")
    static int compare(Object left, Object right) {
        if (left instanceof String) {
            return Arrays.compareUnsigned(
                    ((String) left).getBytes(StandardCharsets.UTF_8),
                    ((String) right).getBytes(StandardCharsets.UTF_8));
        }
        if (isApproximate(left) || isApproximate(right)) {
            return Double.compare(((Number) left).doubleValue() + 0.0, ((Number) right).doubleValue() + 0.0);
        }
        if (left instanceof Number) {
            return exact(left).compareTo(exact(right));
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    static boolean isApproximate(Object value) {
        return value instanceof Double || value instanceof Float;
    }

    /** A number without any rounding. */
    static BigDecimal exact(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return isApproximate(number)
                ? new BigDecimal(((Number) number).doubleValue())
                : BigDecimal.valueOf(((Number) number).longValue());
    }

    /** A number in the Java class of a numeric type; integers are truncated, decimals rounded half up. */
    static Object number(DataType type, BigDecimal value) {
        return switch (type.kind()) {
            case TINYINT -> value.setScale(0, RoundingMode.DOWN).byteValueExact();
            case SMALLINT -> value.setScale(0, RoundingMode.DOWN).shortValueExact();
            case INTEGER -> value.setScale(0, RoundingMode.DOWN).intValueExact();
            case BIGINT -> value.setScale(0, RoundingMode.DOWN).longValueExact();
            case REAL -> value.floatValue();
            case DOUBLE -> value.doubleValue();
            case DECIMAL -> value.setScale(type.scale(), RoundingMode.HALF_UP);
            default -> throw new UnsupportedOperationException("the oracle has no number of type " + type);
        };
    }

    /** Milliseconds of a time. */
    static long millis(DataType type, Object time) {
        return JavaValues.toLong(type, time);
    }

    /** The time of so many milliseconds. */
    static Object time(DataType type, long millis) {
        return JavaValues.fromLong(type, millis);
    }
}
