package io.leat.executor.kernel;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Reads numbers from text. Blanks around are ignored. Keeps the last number read, so that reading makes no objects. */
final class NumberParser {
    private static final int SAFE_DIGITS = 18;
    private static final int TEXT_MAX = 1_000;
    private static final int EXPONENT_MAX = 1_000;

    private int from;
    private int to;
    private long whole;

    /** The integer read last. */
    long whole() {
        return whole;
    }

    /** Reads an integer; a fraction is cut off. False if it is something else or does not fit a long. */
    boolean readLong(byte[] text, int begin, int end) {
        trim(text, begin, end);
        boolean negative = from < to && text[from] == '-';
        int i = negative || (from < to && text[from] == '+') ? from + 1 : from;
        int digits = 0;
        whole = 0;
        for (; i < to && isDigit(text[i]); i++, digits++) {
            int digit = text[i] - '0';
            if (whole < (Long.MIN_VALUE + digit) / 10) {
                return false;
            }
            whole = whole * 10 - digit;
        }
        if (i < to && text[i] == '.') {
            for (i++; i < to && isDigit(text[i]); i++) {
                digits++;
            }
        }
        if (i < to || digits == 0 || (!negative && whole == Long.MIN_VALUE)) {
            return false;
        }
        whole = negative ? whole : -whole;
        return true;
    }

    /** Reads a plain decimal of at most 18 digits as a scaled long; false if it is something else. */
    boolean readScaled(byte[] text, int begin, int end, int scale) {
        trim(text, begin, end);
        boolean negative = from < to && text[from] == '-';
        int i = negative || (from < to && text[from] == '+') ? from + 1 : from;
        if (to - i > SAFE_DIGITS || i == to) {
            return false;
        }
        long value = 0;
        int fraction = -1;
        boolean any = false;
        for (; i < to; i++) {
            if (text[i] == '.' && fraction < 0) {
                fraction = 0;
            } else if (isDigit(text[i])) {
                any = true;
                value = value * 10 + text[i] - '0';
                fraction += fraction < 0 ? 0 : 1;
            } else {
                return false;
            }
        }
        return any && scaled(negative ? -value : value, Math.max(0, fraction), scale, to - from);
    }

    private boolean scaled(long value, int fraction, int scale, int length) {
        int more = scale - fraction;
        if (length - (fraction > 0 ? 1 : 0) + more > SAFE_DIGITS) {
            return false;
        }
        whole = more >= 0 ? value * Decimals.power(more) : Decimals.divideHalfUp(value, Decimals.power(-more));
        return true;
    }

    /** Reads any decimal, with an exponent perhaps; null if it is something else. */
    BigDecimal readDecimal(byte[] text, int begin, int end) {
        trim(text, begin, end);
        if (to - from > TEXT_MAX) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text(text));
            return Math.abs((long) value.scale()) > EXPONENT_MAX ? null : value;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Reads a double, {@code NaN}, {@code Infinity} or {@code -Infinity}; null if it is something else. */
    Double readDouble(byte[] text, int begin, int end) {
        trim(text, begin, end);
        byte last = from < to ? text[to - 1] : 0;
        boolean number = isDigit(last) || last == '.';
        String written = text(text);
        if (written.contains("x") || written.contains("X")) {
            return null;
        }
        if (!number && !written.matches("NaN|[+-]?Infinity")) {
            return null;
        }
        try {
            return Double.valueOf(written);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private String text(byte[] bytes) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private void trim(byte[] text, int begin, int end) {
        from = begin;
        to = end;
        while (from < to && text[from] == ' ') {
            from++;
        }
        while (to > from && text[to - 1] == ' ') {
            to--;
        }
    }
}
