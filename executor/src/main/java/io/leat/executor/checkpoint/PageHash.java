package io.leat.executor.checkpoint;

/**
 * What stands for the content of a page: pages with the same one are taken for equal.
 *
 * @param high one half
 * @param low the other half
 */
record PageHash(long high, long low) {}
