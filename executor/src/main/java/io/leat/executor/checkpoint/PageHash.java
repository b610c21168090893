package io.leat.executor.checkpoint;

/**
 * What stands for the content of a page: pages of a database with the same one are taken for equal.
 *
 * @param high one half
 * @param low the other half
 */
public record PageHash(long high, long low) {
    /** Of a page that was written without one. */
    static final PageHash UNKNOWN = new PageHash(0, 0);

    boolean isKnown() {
        return !equals(UNKNOWN);
    }
}
