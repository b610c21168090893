package io.leat.executor.over;

import io.leat.core.plan.Frame;

/** The frame of one row after the other, as bounds in a sequence; both only ever move forward. */
final class FrameCursor {
    private final Frame frame;
    private final Sequence sequence;
    private int from;
    private int to;

    FrameCursor(Frame frame, Sequence sequence) {
        this.frame = frame;
        this.sequence = sequence;
    }

    /** The frame's first row. */
    int from() {
        return from;
    }

    /** One after the frame's last row; not less than {@link #from}. */
    int to() {
        return to;
    }

    /** Moves on to the frame of a row. */
    void move(int row) {
        if (frame.rows()) {
            from = frame.isFromStart() ? 0 : clamp(row, frame.from());
            to = frame.isToEnd() ? sequence.size() : clamp(row, frame.to() + 1);
        } else {
            while (from < sequence.size() && isBefore(from, row)) {
                from++;
            }
            to = Math.max(to, from);
            while (to < sequence.size() && !isAfter(to, row)) {
                to++;
            }
        }
    }

    private int clamp(int row, long distance) {
        long place = distance > Integer.MAX_VALUE ? Integer.MAX_VALUE : Math.max(row + distance, 0);
        return (int) Math.min(place, sequence.size());
    }

    private boolean isBefore(int other, int row) {
        if (frame.isFromStart()) {
            return false;
        }
        Context context = sequence.context();
        int peer = sequence.peer(other);
        int otherPick = sequence.picks()[other];
        int pick = sequence.picks()[row];
        return frame.from() == 0 || context.isNull(otherPick) || context.isNull(pick)
                ? peer < sequence.peer(row)
                : context.word(otherPick) < sum(context.word(pick), frame.from());
    }

    private boolean isAfter(int other, int row) {
        if (frame.isToEnd()) {
            return false;
        }
        Context context = sequence.context();
        int peer = sequence.peer(other);
        int otherPick = sequence.picks()[other];
        int pick = sequence.picks()[row];
        return frame.to() == 0 || context.isNull(otherPick) || context.isNull(pick)
                ? peer > sequence.peer(row)
                : context.word(otherPick) > sum(context.word(pick), frame.to());
    }

    /** A sum that stays within the range of a long. */
    private static long sum(long left, long right) {
        long sum = left + right;
        boolean overflow = ((left ^ sum) & (right ^ sum)) < 0;
        return !overflow ? sum : left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
