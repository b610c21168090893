package io.leat.planner.function.runtime;

/** Intervals as numbers: milliseconds, or months. */
public final class IntervalFunctions {

    private IntervalFunctions() {}

    /** The milliseconds or months of an interval. */
    public static long count(long interval) {
        return interval;
    }

    /** An interval, so many times. */
    public static long times(long interval, long factor) {
        return Math.multiplyExact(interval, factor);
    }

    /** An interval, so many times. */
    public static long times(long interval, double factor) {
        return Math.round(interval * factor);
    }

    /** A part of an interval, cut towards zero. */
    public static long divide(long interval, long divisor) {
        return interval / divisor;
    }

    /** A part of an interval. */
    public static long divide(long interval, double divisor) {
        return Math.round(interval / divisor);
    }
}
