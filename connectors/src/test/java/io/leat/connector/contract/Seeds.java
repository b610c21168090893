package io.leat.connector.contract;

import java.util.Random;

/** Seeds of random tests: fixed, unless {@code -Dleat.seed=...} asks for another. */
public final class Seeds {

    private Seeds() {}

    /** The seed to use. */
    public static long seed() {
        return Long.getLong("leat.seed", 20_260_131L);
    }

    /** A generator for one case of a test. */
    public static Random random(int testCase) {
        return new Random(seed() * 1_000_003L + testCase);
    }

    /** What a failing random test says, so that it can be repeated. */
    public static String repeat(Class<?> test, int testCase) {
        return "case " + testCase + "; repeat with -Dleat.seed=" + seed() + " -Dtest=" + test.getSimpleName();
    }
}
