package io.leat.executor.over;

import io.leat.core.plan.RankFunction;

/** The numbers of rows in one order, while it is walked from its beginning. */
final class RankCounter {
    private final RankFunction function;
    private long position;
    private long weight;
    private long rank;
    private boolean counted;

    /** A counter before a row that so many others precede. */
    RankCounter(RankFunction function, long position) {
        this.function = function;
        this.position = position;
    }

    /**
     * Moves on to the next row.
     *
     * @param times how often it is there; 0 if it is not
     * @param peer whether it is equal to the last one in the order's columns
     */
    void next(long times, boolean peer) {
        position += weight;
        weight = times;
        boolean first = !peer || !counted;
        counted = peer && counted || times > 0;
        if (function == RankFunction.DENSE_RANK) {
            denseRank(first, peer);
        } else if (function == RankFunction.ROW_NUMBER || first) {
            rank = position + 1;
        }
    }

    /** A value of the order counts with the first row that is there. */
    private void denseRank(boolean first, boolean peer) {
        if (first && counted) {
            passed++;
        }
        rank = counted ? passed : passed + 1;
    }

    private long passed;

    /** The least number of the row, or the one that it would have. */
    long least() {
        return rank;
    }

    private boolean isRow() {
        return function == RankFunction.ROW_NUMBER;
    }

    /** How often the row is there with a number in a range. */
    long within(long first, long last) {
        if (isRow()) {
            return Math.max(0, to(last) - from(first) + 1);
        }
        return rank >= first && rank <= last ? weight : 0;
    }

    /** The row's least number that is not below one; row numbers only. */
    long from(long first) {
        return Math.max(first, position + 1);
    }

    /** The row's greatest number that is not above one; row numbers only. */
    long to(long last) {
        return Math.min(last, position + weight);
    }

    /** Whether the row has a number; row numbers only. */
    boolean has(long number) {
        return number > position && number <= position + weight;
    }
}
