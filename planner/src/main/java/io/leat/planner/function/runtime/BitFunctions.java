package io.leat.planner.function.runtime;

/** Functions of the bits of integers. */
public final class BitFunctions {

    private BitFunctions() {}

    /** Bits that are set in both. */
    public static long and(long left, long right) {
        return left & right;
    }

    /** Bits that are set in one or both. */
    public static long or(long left, long right) {
        return left | right;
    }

    /** Bits that are set in one of them. */
    public static long xor(long left, long right) {
        return left ^ right;
    }

    /** Every bit inverted. */
    public static long not(long value) {
        return ~value;
    }

    /** Shifted to the left. */
    public static long left(long value, long places) {
        return places >= Long.SIZE ? 0 : value << places;
    }

    /** Shifted to the right, keeping the sign. */
    public static long right(long value, long places) {
        return value >> Math.min(places, Long.SIZE - 1);
    }

    /** How many bits are set. */
    public static int count(long value) {
        return Long.bitCount(value);
    }
}
