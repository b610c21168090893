package io.leat.executor.aggregate;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The sum of doubles, exact until it is asked for: so it does not depend on the order of its terms, and taking one back
 * leaves no trace. NaN and infinities are counted aside. Terms near the greatest double are summed scaled down, so that
 * nothing overflows on the way.
 */
final class ExactSum {
    private static final double HUGE = 0x1p900;
    private static final int SHIFT = 600;
    private static final double SCALE_DOWN = 0x1p-600;
    private static final long EXACT_WEIGHT = 1L << 53;
    private static final int HALF_BITS = 32;
    private static final int HEADER = 5;

    private final Expansion plain = new Expansion();
    private final Expansion huge = new Expansion();
    private long nans;
    private long infinities;
    private long negativeInfinities;

    /** Adds a number so many times. */
    void add(double number, long weight) {
        if (Double.isNaN(number)) {
            nans += weight;
        } else if (number == Double.POSITIVE_INFINITY) {
            infinities += weight;
        } else if (number == Double.NEGATIVE_INFINITY) {
            negativeInfinities += weight;
        } else if (Math.abs(number) >= HUGE) {
            addProduct(huge, number * SCALE_DOWN, weight);
        } else {
            addProduct(plain, number, weight);
        }
    }

    private static void addProduct(Expansion into, double number, long weight) {
        if (weight == 1) {
            into.add(number);
        } else if (Math.abs(weight) > EXACT_WEIGHT || weight == Long.MIN_VALUE) {
            addExactProduct(into, number, (weight >> HALF_BITS) * 0x1p32);
            addExactProduct(into, number, weight & 0xFFFF_FFFFL);
        } else {
            addExactProduct(into, number, weight);
        }
    }

    private static void addExactProduct(Expansion into, double number, double times) {
        double product = number * times;
        into.add(product);
        double error = Math.fma(number, times, -product);
        if (error != 0) {
            into.add(error);
        }
    }

    /** How many words {@link #store} needs. */
    int words() {
        return isSmall() ? 1 + plain.size() : HEADER + plain.size() + huge.size();
    }

    /** Whether there is nothing but a short sum of terms that are neither huge nor special. */
    private boolean isSmall() {
        return isPlain() && !isSpecial();
    }

    /** Stores it from a place on: a small one as the number of its parts and these. */
    void store(long[] words, int first) {
        words[first] = isSmall() ? plain.size() : -1 - plain.size();
        int next = first + 1;
        if (!isSmall()) {
            words[first + 1] = huge.size();
            words[first + 2] = nans;
            words[first + 3] = infinities;
            words[first + 4] = negativeInfinities;
            next = first + HEADER;
        }
        plain.store(words, next);
        huge.store(words, next + plain.size());
    }

    /** Replaces it by one that was stored. */
    void load(long[] words, int first) {
        boolean small = words[first] >= 0;
        int size = (int) (small ? words[first] : -1 - words[first]);
        int next = first + (small ? 1 : HEADER);
        plain.load(words, next, size);
        huge.load(words, next + size, small ? 0 : (int) words[first + 1]);
        nans = small ? 0 : words[first + 2];
        infinities = small ? 0 : words[first + 3];
        negativeInfinities = small ? 0 : words[first + 4];
    }

    /** Whether a term is NaN or infinite, so that {@link #special} is the sum. */
    boolean isSpecial() {
        return nans != 0 || infinities != 0 || negativeInfinities != 0;
    }

    /** The sum if a term is NaN or infinite. */
    double special() {
        if (nans != 0 || infinities != 0 && negativeInfinities != 0) {
            return Double.NaN;
        }
        return infinities != 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** Whether {@link #rounded} is cheap: no term was near the greatest double. */
    private boolean isPlain() {
        return huge.size() == 0;
    }

    /** Whether the sum is a double as it stands. */
    boolean isExact() {
        return isPlain() && plain.size() <= 1;
    }

    /** The sum of finite terms rounded once, half to even; infinite if it is beyond the greatest double. */
    double rounded() {
        return isPlain() ? plain.rounded() : exact().doubleValue();
    }

    /** The sum of finite terms without any rounding. */
    BigDecimal exact() {
        BigDecimal sum = plain.exact();
        return isPlain() ? sum : sum.add(huge.exact().multiply(new BigDecimal(BigInteger.ONE.shiftLeft(SHIFT))));
    }
}
