package io.leat.connector.format;

/**
 * Reads a number as JSON writes it, {@code -12.34e5}, from bytes: its digits as a {@code long}, and where its point is.
 * Not safe for several threads.
 */
public final class NumberBytes {
    /** So many digits fit into 64 bits without a sign. */
    private static final int DIGITS_MAX = 19;

    /** Longer ones are left to others. */
    private static final int BYTES_MAX = 90;

    private static final int EXPONENT_MAX = 10_000;

    private long digits;
    private int scale;
    private boolean negative;
    private boolean whole;
    private boolean exact;

    /**
     * Reads a number.
     *
     * @param from where it begins
     * @param to behind the last byte that may be part of it
     * @return the place behind it; or -1 if it is no number, or a very long one
     */
    public int read(byte[] bytes, int from, int to) {
        negative = from < to && bytes[from] == '-';
        digits = 0;
        scale = 0;
        int start = negative ? from + 1 : from;
        int at = digits(bytes, start, to);
        int count = at - start;
        if (count == 0 || (count > 1 && bytes[start] == '0')) {
            return -1;
        }
        whole = at == to || !continues(bytes[at]);
        if (!whole) {
            at = fraction(bytes, at, to);
            count += scale;
            at = at < 0 ? -1 : exponent(bytes, at, to);
        }
        exact = count <= DIGITS_MAX && digits >= 0;
        return at - from > BYTES_MAX ? -1 : at;
    }

    private static boolean continues(byte b) {
        return b == '.' || b == 'e' || b == 'E';
    }

    private int digits(byte[] bytes, int from, int to) {
        long value = digits;
        int at = from;
        while (at < to) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            at++;
        }
        digits = value;
        return at;
    }

    private int fraction(byte[] bytes, int point, int to) {
        if (bytes[point] != '.') {
            return point;
        }
        int at = digits(bytes, point + 1, to);
        scale = at - point - 1;
        return scale == 0 ? -1 : at;
    }

    private int exponent(byte[] bytes, int from, int to) {
        if (from == to || (bytes[from] != 'e' && bytes[from] != 'E')) {
            return from;
        }
        int at = from + 1;
        boolean below = at < to && bytes[at] == '-';
        at += at < to && (below || bytes[at] == '+') ? 1 : 0;
        int start = at;
        int exponent = 0;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            exponent = Math.min(exponent * 10 + bytes[at] - '0', EXPONENT_MAX);
        }
        scale += below ? exponent : -exponent;
        return at == start ? -1 : at;
    }

    /** Whether it had neither point nor exponent. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether it was a zero with a sign, which some types keep and others do not. */
    public boolean isNegativeZero() {
        return negative && digits == 0;
    }

    /** Whether its digits fit into a {@code long}: if not, nothing is known of it but where it ends. */
    public boolean isExact() {
        return exact;
    }

    /** Its digits with its sign; the number itself if it {@link #isWhole}. */
    public long signedDigits() {
        return negative ? -digits : digits;
    }

    /** How many of the digits stand behind the point; below zero if zeros are missing before it. */
    public int scale() {
        return scale;
    }
}
