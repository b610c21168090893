package io.leat.executor.window;

import java.util.Arrays;
import java.util.List;

/**
 * Brings the changes of one key and one tick into its rows, and says which rows have another session, or another weight,
 * than before.
 *
 * <p>It walks over clusters: the longest chains of old and changed times that are at most a gap apart. Whatever a change
 * merges or splits lies inside its cluster, so that rows outside are not even looked at; and inside, each row is looked
 * at once, however many changes there are.
 */
final class SessionMerge {

    /** Takes the differences. */
    interface Output {
        /** A row whose weight in a session changed. */
        void emit(byte[] row, long start, long end, long weight);
    }

    private final long gap;
    private final Output output;
    private final SessionAssignment old;
    private final SessionAssignment now;
    private long[] times = new long[16];
    private long[] arrivals = new long[16];
    private long[] before = new long[16];
    private long[] after = new long[16];
    private byte[][] rows = new byte[16][];
    private int size;
    private final SessionRows merged = new SessionRows();
    private boolean touchedFirst;

    SessionMerge(long gap, Output output) {
        this.gap = gap;
        this.output = output;
        this.old = new SessionAssignment(gap);
        this.now = new SessionAssignment(gap);
    }

    /**
     * Applies changes in {@link SessionChange#ORDER}, all of one key.
     *
     * @param closed the watermark up to which sessions have been freed: a row of theirs that is taken back is left alone
     * @return whether the first session of the key may be another one now
     */
    boolean apply(SessionRows state, List<SessionChange> changes, long closed) {
        touchedFirst = false;
        int next = 0;
        while (next < changes.size()) {
            next = applyCluster(state, changes, next, closed);
        }
        return touchedFirst;
    }

    private int applyCluster(SessionRows state, List<SessionChange> changes, int first, long closed) {
        int from = clusterStart(state, changes.get(first).time());
        int kept = from;
        int next = first;
        size = 0;
        while (true) {
            boolean hasOld = kept < state.size() && isNear(state.time(kept));
            boolean hasNew = next < changes.size() && isNear(changes.get(next).time());
            if (!hasOld && !hasNew) {
                break;
            }
            int order = !hasOld ? 1 : !hasNew ? -1 : compare(state, kept, changes.get(next));
            if (order <= 0) {
                add(state.time(kept), state.arrival(kept), state.row(kept), state.weight(kept));
                kept++;
            } else {
                SessionChange change = changes.get(next);
                add(change.time(), change.arrival(), change.row(), 0);
            }
            next = order < 0 ? next : addWeights(changes, next, closed);
        }
        emit();
        keep();
        state.replace(from, kept, merged);
        touchedFirst |= from == 0;
        return next;
    }

    /** Adds up the changes of the row that was added last. */
    private int addWeights(List<SessionChange> changes, int first, long closed) {
        int row = size - 1;
        int next = first;
        while (next < changes.size() && isLast(changes.get(next))) {
            after[row] += changes.get(next).weight();
            next++;
        }
        if (after[row] < 0 && times[row] + gap - 1 <= closed) {
            after[row] = 0;
        }
        return next;
    }

    /** The first old row that may share a session with rows at a time. */
    private int clusterStart(SessionRows state, long time) {
        int from = state.lowerBound(time);
        long last = time;
        while (from > 0 && last - state.time(from - 1) <= gap) {
            from--;
            last = state.time(from);
        }
        return from;
    }

    /** Whether a time belongs to the cluster so far. */
    private boolean isNear(long time) {
        return size == 0 || time - times[size - 1] <= gap;
    }

    private boolean isLast(SessionChange change) {
        return change.time() == times[size - 1] && Arrays.equals(change.row(), rows[size - 1]);
    }

    private static int compare(SessionRows state, int index, SessionChange change) {
        int order = Long.compare(state.time(index), change.time());
        return order != 0 ? order : Arrays.compareUnsigned(state.row(index), change.row());
    }

    private void add(long time, long arrival, byte[] row, long weight) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            arrivals = Arrays.copyOf(arrivals, size * 2);
            before = Arrays.copyOf(before, size * 2);
            after = Arrays.copyOf(after, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        times[size] = time;
        arrivals[size] = arrival;
        before[size] = weight;
        after[size] = weight;
        rows[size] = row;
        size++;
    }

    /** Puts the sessions of before and of after side by side and emits where a row's differ. */
    private void emit() {
        old.assign(times, arrivals, before, size);
        now.assign(times, arrivals, after, size);
        for (int i = 0; i < size; i++) {
            boolean stays = before[i] != 0 && after[i] != 0 && old.start(i) == now.start(i) && old.end(i) == now.end(i);
            if (stays) {
                emit(i, now, after[i] - before[i]);
            } else {
                emit(i, old, -before[i]);
                emit(i, now, after[i]);
            }
        }
    }

    private void emit(int index, SessionAssignment session, long weight) {
        if (weight != 0) {
            output.emit(rows[index], session.start(index), session.end(index), weight);
        }
    }

    private void keep() {
        merged.clear();
        for (int i = 0; i < size; i++) {
            if (after[i] != 0) {
                merged.append(times[i], arrivals[i], rows[i], after[i]);
            }
        }
        Arrays.fill(rows, 0, size, null);
    }
}
