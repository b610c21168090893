package io.leat.planner.function.runtime;

/** Intervals as numbers: milliseconds, or months. */
public final class IntervalFunctions {

    private IntervalFunctions() {}

    /** The milliseconds or months of an interval. */
    public static long count(long interval) {
        return interval;
    }
}
