package io.leat.executor.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * An exact sum of doubles as a few doubles that do not overlap, from the least to the greatest. (Shewchuk, Adaptive
 * Precision Floating-Point Arithmetic, 1997.) No sum may overflow.
 */
final class Expansion {
    private double[] parts = new double[1];
    private int count;

    /** Adds a finite number. */
    void add(double number) {
        double carried = number;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double part = parts[i];
            double sum = carried + part;
            double error = Math.abs(carried) < Math.abs(part) ? carried - (sum - part) : part - (sum - carried);
            if (error != 0) {
                parts[kept++] = error;
            }
            carried = sum;
        }
        count = kept;
        if (carried != 0) {
            append(carried);
        }
    }

    private void append(double part) {
        if (count == parts.length) {
            parts = Arrays.copyOf(parts, count * 2);
        }
        parts[count++] = part;
    }

    /** Replaces the sum by the one that {@link #store} has stored. */
    void load(long[] words, int first, int size) {
        if (parts.length < size) {
            parts = new double[size];
        }
        for (int i = 0; i < size; i++) {
            parts[i] = Double.longBitsToDouble(words[first + i]);
        }
        count = size;
    }

    /** Stores its doubles as bits from a place on. */
    void store(long[] words, int first) {
        for (int i = 0; i < count; i++) {
            words[first + i] = Double.doubleToRawLongBits(parts[i]);
        }
    }

    /** How many doubles it takes; 0 for the sum 0. */
    int size() {
        return count;
    }

    /** The sum, rounded once, half to even. */
    double rounded() {
        int next = count;
        double sum = next == 0 ? 0 : parts[--next];
        double rest = 0;
        while (next > 0 && rest == 0) {
            double before = sum;
            double part = parts[--next];
            sum = before + part;
            rest = part - (sum - before);
        }
        return next > 0 && rest != 0 ? correctTie(sum, rest, parts[next - 1]) : sum;
    }

    /** If the sum was rounded in the middle of two doubles, the next part below decides which of them is nearer. */
    private static double correctTie(double sum, double rest, double below) {
        if (rest < 0 != below < 0) {
            return sum;
        }
        double twice = rest * 2;
        double other = sum + twice;
        return other - sum == twice ? other : sum;
    }

    /** The sum without any rounding. */
    BigDecimal exact() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.add(new BigDecimal(parts[i]));
        }
        return sum;
    }
}
