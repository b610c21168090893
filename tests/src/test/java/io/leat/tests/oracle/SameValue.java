package io.leat.tests.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Values of both engines in one spelling: numbers by value, times as local times. */
final class SameValue {
    /** Sums of doubles depend on their order in the last places. */
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    private SameValue() {}

    /** Rows as texts, sorted. */
    static List<String> rows(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(SameValue::of).collect(Collectors.joining(" | ")))
                .sorted()
                .toList();
    }

    /** A value as text. */
    static String of(Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? plain(new BigDecimal(number)) : value.toString();
        }
        if (value instanceof Number) {
            return plain(exact(value));
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime().toString();
        }
        if (value instanceof Instant time) {
            return LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
        }
        return value.toString();
    }

    private static BigDecimal exact(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        return value instanceof BigInteger number
                ? new BigDecimal(number)
                : BigDecimal.valueOf(((Number) value).longValue());
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
