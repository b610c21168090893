package io.leat.executor.checkpoint;

/**
 * How state is cut up, and how much is written again so that files of pages do not pile up.
 *
 * @param pageBytes the size of a page; a multiple of 8
 * @param inlineBytes arrays up to this size are written whole each time, with the small fields
 * @param movedBytes so much of what did not change may a checkpoint write again, at least
 * @param smallFiles how many files of much less than that there may be before they are put together
 */
record PageLayout(int pageBytes, int inlineBytes, long movedBytes, int smallFiles) {
    static final PageLayout USUAL = new PageLayout(1 << 16, 1 << 8, 1 << 22, 128);
}
