package io.leat.connector.nexmark;

/**
 * Prices in cents, most of them low: 100 times 10 to the power of 0 to 6. Out of tables and IEEE multiplications, so
 * that every machine gets the same.
 */
final class Prices {
    private static final int STEPS = 1_024;
    private static final double DECADES = 6.0;
    private static final double CENTS = 100.0;
    /** The natural logarithm of ten to the power of 6, for one of STEPS times STEPS steps. */
    private static final double FINE = 13.815510557964274 / ((double) STEPS * STEPS);

    private static final double[] COARSE_POWERS = powers(STEPS);
    private static final double[] MIDDLE_POWERS = powers((double) STEPS * STEPS);

    private Prices() {}

    private static double[] powers(double steps) {
        double[] powers = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            powers[i] = StrictMath.pow(10.0, DECADES * i / steps);
        }
        return powers;
    }

    /** The price that random bits stand for. */
    static long of(long bits) {
        double fine = (bits & 0xffffffffL) * 0x1p-32 * FINE;
        double coarse = COARSE_POWERS[(int) (bits >>> 54)] * MIDDLE_POWERS[(int) (bits >>> 44) & (STEPS - 1)];
        double price = coarse * (1.0 + fine + fine * fine * 0.5);
        // Rounds half up as Math.round does, of which a price of this size needs no more.
        return (long) (price * CENTS + 0.5);
    }
}
