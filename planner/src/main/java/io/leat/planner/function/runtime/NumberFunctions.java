package io.leat.planner.function.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Functions of numbers. Outside their domain the analytic ones give NaN or an infinity, as in Java and Flink. */
public final class NumberFunctions {
    private static final double LN_2 = Math.log(2);

    private NumberFunctions() {}

    /** Square root. */
    public static double sqrt(double x) {
        return Math.sqrt(x);
    }

    /** Cube root. */
    public static double cbrt(double x) {
        return Math.cbrt(x);
    }

    /** e to the power of x. */
    public static double exp(double x) {
        return Math.exp(x);
    }

    /** Natural logarithm. */
    public static double ln(double x) {
        return Math.log(x);
    }

    /** Logarithm to base 10. */
    public static double log10(double x) {
        return Math.log10(x);
    }

    /** Logarithm to base 2; exact for powers of two. */
    public static double log2(double x) {
        int exponent = Math.getExponent(x);
        boolean power =
                exponent >= Double.MIN_EXPONENT && exponent <= Double.MAX_EXPONENT && x == Math.scalb(1.0, exponent);
        return power ? exponent : Math.log(x) / LN_2;
    }

    /** Natural logarithm. */
    public static double log(double x) {
        return Math.log(x);
    }

    /** Logarithm to a base. */
    public static double log(double base, double x) {
        if (base == 2) {
            return log2(x);
        }
        return base == 10 ? Math.log10(x) : Math.log(x) / Math.log(base);
    }

    /** A base to the power of an exponent. */
    public static double power(double base, double exponent) {
        return Math.pow(base, exponent);
    }

    /** Sine. */
    public static double sin(double x) {
        return Math.sin(x);
    }

    /** Cosine. */
    public static double cos(double x) {
        return Math.cos(x);
    }

    /** Tangent. */
    public static double tan(double x) {
        return Math.tan(x);
    }

    /** Cotangent. */
    public static double cot(double x) {
        return 1 / Math.tan(x);
    }

    /** Arc sine. */
    public static double asin(double x) {
        return Math.asin(x);
    }

    /** Arc cosine. */
    public static double acos(double x) {
        return Math.acos(x);
    }

    /** Arc tangent. */
    public static double atan(double x) {
        return Math.atan(x);
    }

    /** The angle to the point (x, y). */
    public static double atan2(double y, double x) {
        return Math.atan2(y, x);
    }

    /** Hyperbolic sine. */
    public static double sinh(double x) {
        return Math.sinh(x);
    }

    /** Hyperbolic cosine. */
    public static double cosh(double x) {
        return Math.cosh(x);
    }

    /** Hyperbolic tangent. */
    public static double tanh(double x) {
        return Math.tanh(x);
    }

    /** Radians as degrees. */
    public static double degrees(double x) {
        return Math.toDegrees(x);
    }

    /** Degrees as radians. */
    public static double radians(double x) {
        return Math.toRadians(x);
    }

    /** Euler's number. */
    public static double e() {
        return Math.E;
    }

    /** -1, 0 or 1. */
    public static long sign(long x) {
        return Long.signum(x);
    }

    /** -1, 0 or 1. */
    public static double sign(double x) {
        return Math.signum(x);
    }

    /** -1, 0 or 1. */
    public static BigDecimal sign(BigDecimal x) {
        return BigDecimal.valueOf(x.signum());
    }

    /** An integer as it is. */
    public static long round(long x) {
        return x;
    }

    /** Rounded half away from zero, to tens for -1, hundreds for -2, ... */
    public static long round(long x, int digits) {
        return digits >= 0
                ? x
                : scaled(BigDecimal.valueOf(x), digits, RoundingMode.HALF_UP).longValueExact();
    }

    /** Rounded half away from zero. */
    public static double round(double x) {
        return round(x, 0);
    }

    /** Rounded half away from zero, as the number's shortest decimal form shows it. */
    public static double round(double x, int digits) {
        return scaled(x, digits, RoundingMode.HALF_UP);
    }

    /** Rounded half away from zero. */
    public static BigDecimal round(BigDecimal x) {
        return round(x, 0);
    }

    /** Rounded half away from zero. */
    public static BigDecimal round(BigDecimal x, int digits) {
        return scaled(x, digits, RoundingMode.HALF_UP);
    }

    /** An integer as it is. */
    public static long truncate(long x) {
        return x;
    }

    /** Cut towards zero, to tens for -1, hundreds for -2, ... */
    public static long truncate(long x, int digits) {
        return digits >= 0
                ? x
                : scaled(BigDecimal.valueOf(x), digits, RoundingMode.DOWN).longValueExact();
    }

    /** Cut towards zero. */
    public static double truncate(double x) {
        return truncate(x, 0);
    }

    /** Cut towards zero, as the number's shortest decimal form shows it. */
    public static double truncate(double x, int digits) {
        return scaled(x, digits, RoundingMode.DOWN);
    }

    /** Cut towards zero. */
    public static BigDecimal truncate(BigDecimal x) {
        return truncate(x, 0);
    }

    /** Cut towards zero. */
    public static BigDecimal truncate(BigDecimal x, int digits) {
        return scaled(x, digits, RoundingMode.DOWN);
    }

    private static double scaled(double x, int digits, RoundingMode mode) {
        return Double.isFinite(x) ? scaled(BigDecimal.valueOf(x), digits, mode).doubleValue() : x;
    }

    /** More digits than a number has change nothing; fewer than none of a number's leave zero. */
    private static BigDecimal scaled(BigDecimal x, int digits, RoundingMode mode) {
        if (digits >= x.scale()) {
            return x;
        }
        boolean nothingLeft = digits < -x.precision() + x.scale() - 1;
        return nothingLeft ? BigDecimal.ZERO : x.setScale(digits, mode);
    }
}
