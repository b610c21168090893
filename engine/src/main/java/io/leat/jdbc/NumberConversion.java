package io.leat.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLException;

/** Values as numbers and booleans. Fractions are cut off where a whole number is asked for; what does not fit fails. */
final class NumberConversion {

    private NumberConversion() {}

    /** A whole number between two bounds. */
    static long whole(Origin origin, Object value, long least, long most, String target) throws SQLException {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return within(origin, ((Number) value).longValue(), least, most, target);
        }
        BigInteger number =
                decimal(origin, value, target).setScale(0, RoundingMode.DOWN).toBigInteger();
        if (number.bitLength() >= Long.SIZE) {
            throw origin.outOfRange(value, target);
        }
        return within(origin, number.longValue(), least, most, target);
    }

    private static long within(Origin origin, long number, long least, long most, String target) throws SQLException {
        if (number < least || number > most) {
            throw origin.outOfRange(number, target);
        }
        return number;
    }

    static BigDecimal decimal(Origin origin, Object value, String target) throws SQLException {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (value instanceof Double || value instanceof Float) {
            return approximate(origin, (Number) value, target);
        }
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return parse(origin, value, target);
    }

    private static BigDecimal approximate(Origin origin, Number value, String target) throws SQLException {
        if (!Double.isFinite(value.doubleValue())) {
            throw origin.outOfRange(value, target);
        }
        return new BigDecimal(value.toString());
    }

    private static BigDecimal parse(Origin origin, Object value, String target) throws SQLException {
        if (!(value instanceof String text)) {
            throw origin.cannotBe(target);
        }
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw origin.isNo(text, "number");
        }
    }

    static double floating(Origin origin, Object value, String target) throws SQLException {
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        return decimal(origin, value, target).doubleValue();
    }

    /** Numbers are true unless they are 0; texts are {@code true}, {@code false}, {@code 1} or {@code 0}. */
    static boolean truth(Origin origin, Object value) throws SQLException {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value instanceof Number) {
            return decimal(origin, value, "a boolean").signum() != 0;
        }
        if (!(value instanceof String text)) {
            throw origin.cannotBe("a boolean");
        }
        String word = text.trim();
        boolean isTrue = word.equalsIgnoreCase("true") || word.equals("1");
        if (!isTrue && !word.equalsIgnoreCase("false") && !word.equals("0")) {
            throw origin.isNo(text, "boolean");
        }
        return isTrue;
    }
}
