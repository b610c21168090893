package io.leat.connector.datagen;

/**
 * Random numbers by place instead of by turn: the number at a place is always the same. (The finalizer of SplitMix64:
 * Steele, Lea, Flood, OOPSLA 2014.)
 *
 * @param seed what makes one series different from another
 */
record Noise(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The series of a column. */
    Noise child(long number) {
        return new Noise(mix(seed + GOLDEN * (number + 1)));
    }

    /** 64 random bits of a row. */
    long bits(long row) {
        return mix(seed + GOLDEN * row);
    }

    /** A whole number between two others, both inclusive. */
    long between(long row, long min, long max) {
        long range = max - min + 1;
        return range == 0 ? bits(row) : min + Long.remainderUnsigned(bits(row), range);
    }

    /** A number from 0 inclusive to 1 exclusive. */
    double fraction(long row) {
        return (bits(row) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
