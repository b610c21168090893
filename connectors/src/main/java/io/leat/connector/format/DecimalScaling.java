package io.leat.connector.format;

import io.leat.core.type.DataType;

/** Brings digits with a point somewhere to a scale, or to a double, in {@code long} and {@code double} arithmetic. */
final class DecimalScaling {
    private static final int DIGITS_MAX = DataType.DECIMAL_LONG_PRECISION_MAX;
    private static final long[] POWERS = new long[DIGITS_MAX + 1];
    private static final double[] EXACT_POWERS = new double[23];
    private static final long EXACT_DIGITS_MAX = 1L << 53;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
        EXACT_POWERS[0] = 1;
        for (int i = 1; i < EXACT_POWERS.length; i++) {
            EXACT_POWERS[i] = EXACT_POWERS[i - 1] * 10;
        }
    }

    private DecimalScaling() {}

    /** Whether the number has an exact place in arithmetic of doubles, so that {@link #toDouble} rounds only once. */
    static boolean isExact(NumberBytes number) {
        int scale = number.scale();
        return Math.abs(number.signedDigits()) <= EXACT_DIGITS_MAX
                && scale > -EXACT_POWERS.length
                && scale < EXACT_POWERS.length;
    }

    /** The double next to a number that {@link #isExact}. */
    static double toDouble(NumberBytes number) {
        double digits = number.signedDigits();
        int scale = number.scale();
        return scale >= 0 ? digits / EXACT_POWERS[scale] : digits * EXACT_POWERS[-scale];
    }

    /** Whether {@link #toScale} can be asked. */
    static boolean fits(NumberBytes number, int precision, int scale) {
        int missing = scale - number.scale();
        if (missing < -DIGITS_MAX || missing > DIGITS_MAX || precision > DIGITS_MAX) {
            return false;
        }
        long digits = Math.abs(number.signedDigits());
        return missing >= 0
                ? digits <= (POWERS[precision] - 1) / POWERS[missing]
                : rounded(digits, -missing) < POWERS[precision];
    }

    /** The number as a multiple of the scale's unit, rounded half up, away from zero. */
    static long toScale(NumberBytes number, int scale) {
        int missing = scale - number.scale();
        long digits = number.signedDigits();
        if (missing >= 0) {
            return digits * POWERS[missing];
        }
        long magnitude = rounded(Math.abs(digits), -missing);
        return digits < 0 ? -magnitude : magnitude;
    }

    private static long rounded(long digits, int dropped) {
        long power = POWERS[dropped];
        long quotient = digits / power;
        return digits - quotient * power >= power - power / 2 ? quotient + 1 : quotient;
    }
}
