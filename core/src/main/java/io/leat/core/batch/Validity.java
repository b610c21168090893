package io.leat.core.batch;

/** The bits that say which values are there: bit {@code i} of word {@code i / 64} is set when row i is not NULL. */
public final class Validity {

    private Validity() {}

    /** Whether row i is valid; no bits at all means that every row is. */
    public static boolean isValid(long[] bits, int row) {
        return bits == null || (bits[row >> 6] & (1L << row)) != 0;
    }

    /** Words needed for so many rows. */
    public static int words(int rows) {
        return (rows + 63) >> 6;
    }

    /** Bits for so many rows, all valid. */
    public static long[] allValid(int rows) {
        long[] bits = new long[words(rows)];
        java.util.Arrays.fill(bits, -1L);
        return bits;
    }

    /** Marks row i as NULL. */
    public static void clear(long[] bits, int row) {
        bits[row >> 6] &= ~(1L << row);
    }

    /** Marks row i as valid. */
    public static void set(long[] bits, int row) {
        bits[row >> 6] |= 1L << row;
    }

    /** The rows that are valid in both; null when that is all of them. Never changes its arguments. */
    public static long[] and(long[] a, long[] b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        long[] both = new long[Math.min(a.length, b.length)];
        for (int i = 0; i < both.length; i++) {
            both[i] = a[i] & b[i];
        }
        return both;
    }

    /** The bits of rows that follow each other; null when there were none. */
    static long[] slice(long[] bits, int from, int count) {
        if (bits == null) {
            return null;
        }
        long[] sliced = new long[words(count)];
        int word = from >> 6;
        int shift = from & 63;
        for (int i = 0; i < sliced.length; i++) {
            long above = shift != 0 && word + i + 1 < bits.length ? bits[word + i + 1] << 64 - shift : 0;
            sliced[i] = bits[word + i] >>> shift | above;
        }
        return sliced;
    }

    /** The bits of the given rows, in that order; null when there were none. */
    static long[] gather(long[] bits, int[] rows, int count) {
        if (bits == null) {
            return null;
        }
        long[] gathered = new long[words(count)];
        for (int i = 0; i < count; i++) {
            if (isValid(bits, rows[i])) {
                set(gathered, i);
            }
        }
        return gathered;
    }
}
