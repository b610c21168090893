package io.leat.tests.simulation;

import java.util.Random;

/**
 * What there is in a world beside the usual.
 *
 * @param diversions a table whose bad records and late rows are kept beside it
 * @param lookups a view that looks rows up at the time at which others come
 * @param leftBehind processes that are replaced while they live, and go on
 * @param retention topics that lose records that were not read, for a while
 * @param savepoints savepoints, and going back to them
 * @param idle a table whose silent partitions hold nothing back
 * @param deleted a topic that loses records for good, which its table leaves out
 */
record Features(
        boolean diversions,
        boolean lookups,
        boolean leftBehind,
        boolean retention,
        boolean savepoints,
        boolean idle,
        boolean deleted) {
    /** The usual only. */
    static final Features NONE = new Features(false, false, false, false, false, false, false);

    /** Those of the world of a seed. */
    static Features of(long seed) {
        Random random = luck(seed);
        boolean diversions = some(random);
        boolean lookups = some(random);
        boolean leftBehind = some(random);
        boolean retention = some(random);
        boolean savepoints = some(random);
        // Going back brings late rows and records that are gone.
        return new Features(
                diversions,
                lookups,
                leftBehind,
                retention,
                savepoints,
                some(random) && !savepoints,
                some(random) && !savepoints);
    }

    /** Whether the table changes that rows are looked up in. */
    boolean changingLookups() {
        return lookups && !savepoints;
    }

    /** The chance that rules them, apart from that which rules all else. */
    static Random luck(long seed) {
        return new Random(seed * 0xBF58476D1CE4E5B9L + 1);
    }

    private static boolean some(Random random) {
        return random.nextInt(5) < 2;
    }
}
