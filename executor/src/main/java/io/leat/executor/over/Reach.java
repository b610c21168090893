package io.leat.executor.over;

import io.leat.core.plan.Frame;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.OverFunction;
import io.leat.executor.state.OrderedRows;
import java.util.List;

/**
 * How far from a row others lie that have to do with it: by rows, or by distance in the order's first column, or all on
 * one side.
 *
 * @param allBack whether all rows before it do
 * @param allForward whether all rows after it do
 * @param rowsBack so many rows before it
 * @param rowsForward so many rows after it
 * @param rangeBack rows before it within that distance; 0 for equal rows only, -1 for none
 * @param rangeForward rows after it within that distance; 0 for equal rows only, -1 for none
 */
record Reach(boolean allBack, boolean allForward, long rowsBack, long rowsForward, long rangeBack, long rangeForward) {
    private static final Reach NONE = new Reach(false, false, 0, 0, -1, -1);

    /** Which rows a change of a row affects. */
    static Reach ofChange(List<OverCall> calls) {
        return calls.stream().map(Reach::affected).reduce(NONE, Reach::and);
    }

    /** Which other rows must be seen to compute a row. */
    static Reach ofComputation(List<OverCall> calls) {
        return calls.stream().map(Reach::seen).reduce(NONE, Reach::and);
    }

    private static Reach affected(OverCall call) {
        if (call.function().isRanking()) {
            return new Reach(false, true, 0, 0, -1, -1);
        }
        Frame frame = call.frame();
        long back = Math.max(frame.to(), 0);
        long forward = frame.isFromStart() ? 0 : Math.max(-frame.from(), 0);
        return of(frame, frame.isToEnd(), frame.isFromStart(), frame.isToEnd() ? 0 : back, forward);
    }

    private static Reach seen(OverCall call) {
        if (call.function().isRanking()) {
            return new Reach(call.function() == OverFunction.DENSE_RANK, false, 0, 0, 0, 0);
        }
        Frame frame = call.frame();
        boolean first = frame.isFromStart() && call.function() == OverFunction.FIRST_VALUE;
        long begin = frame.isFromStart() ? frame.to() : frame.from();
        long back = frame.isFromStart() && frame.isToEnd() ? 0 : Math.max(-begin, 0);
        long forward = frame.isToEnd() ? 0 : Math.max(frame.to(), 0);
        return of(frame, first, frame.isToEnd(), back, forward);
    }

    private static Reach of(Frame frame, boolean allBack, boolean allForward, long back, long forward) {
        return frame.rows()
                ? new Reach(allBack, allForward, back, forward, -1, -1)
                : new Reach(allBack, allForward, 0, 0, back, forward);
    }

    private Reach and(Reach other) {
        return new Reach(
                allBack || other.allBack,
                allForward || other.allForward,
                Math.max(rowsBack, other.rowsBack),
                Math.max(rowsForward, other.rowsForward),
                Math.max(rangeBack, other.rangeBack),
                Math.max(rangeForward, other.rangeForward));
    }

    /** The first row within reach of one. */
    int first(OrderedRows rows, int partition, int row) {
        if (allBack) {
            return rows.first(partition);
        }
        int byRows = back(rows, row);
        int byRange = row;
        int previous = rows.previous(row);
        while (previous != OrderedRows.NONE && isWithin(rows, previous, row, rangeBack)) {
            byRange = previous;
            previous = rows.previous(previous);
        }
        return rows.compare(byRows, byRange) <= 0 ? byRows : byRange;
    }

    /** Rows are counted as they were and as they are. */
    private int back(OrderedRows rows, int row) {
        int found = row;
        long before = 0;
        long now = 0;
        int previous = rows.previous(row);
        while (previous != OrderedRows.NONE && (before < rowsBack || now < rowsBack)) {
            found = previous;
            before += rows.before(found);
            now += rows.weight(found);
            previous = rows.previous(found);
        }
        return found;
    }

    /** The last row within reach of one. */
    int last(OrderedRows rows, int row) {
        int byRows = forward(rows, row);
        int byRange = row;
        int next = rows.next(row);
        while (next != OrderedRows.NONE && isWithin(rows, row, next, rangeForward)) {
            byRange = next;
            next = rows.next(next);
        }
        return rows.compare(byRows, byRange) >= 0 ? byRows : byRange;
    }

    private int forward(OrderedRows rows, int row) {
        int found = row;
        long before = 0;
        long now = 0;
        int next = rows.next(row);
        while (next != OrderedRows.NONE && (allForward || before < rowsForward || now < rowsForward)) {
            found = next;
            before += rows.before(found);
            now += rows.weight(found);
            next = rows.next(found);
        }
        return found;
    }

    private static boolean isWithin(OrderedRows rows, int earlier, int later, long distance) {
        if (distance <= 0) {
            return distance == 0 && rows.arePeers(earlier, later);
        }
        boolean nothing = rows.isFirstNull(earlier);
        if (nothing || rows.isFirstNull(later)) {
            return nothing == rows.isFirstNull(later);
        }
        return Long.compareUnsigned(rows.word(later) - rows.word(earlier), distance) <= 0;
    }
}
