package io.leat.connector.nexmark;

/**
 * Random numbers by place instead of by turn: event k has its bits, and its draw j is the same whenever it is asked for.
 * (The sequence and finalizer of SplitMix64: Steele, Lea, Flood, OOPSLA 2014.)
 */
final class Draws {
    /** The golden ratio as 64 bits: the step of the sequence. */
    static final long STEP = 0x9E3779B97F4A7C15L;

    private Draws() {}

    /** Spreads whatever differs over all 64 bits. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The bits of an event, from which all its draws come. */
    static long event(long seed, long number) {
        return mix(seed + number * STEP);
    }

    /** One of an event's independent random numbers. */
    static long draw(long event, int number) {
        return mix(event + (number + 1) * STEP);
    }

    /** Random bits as a number from 0 to below a bound. */
    static int below(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    /** {@code chosen} unless {@link #below}(bits, 2) is 0; no branch that could be guessed wrong. */
    static long oftenOfTwo(long bits, long chosen, long otherwise) {
        long mask = -(bits >>> 63);
        return chosen & mask | otherwise & ~mask;
    }

    /** {@code chosen} unless {@link #below}(bits, 4) is 0; no branch that could be guessed wrong. */
    static long oftenOfFour(long bits, long chosen, long otherwise) {
        long mask = -(((bits >>> 62) + 3) >>> 2);
        return chosen & mask | otherwise & ~mask;
    }
}
