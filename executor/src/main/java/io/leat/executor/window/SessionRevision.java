package io.leat.executor.window;

import java.util.Arrays;

/**
 * The long way, for rows that are taken back or do not come in order: takes the clusters of a key away that changes may
 * merge or split, puts the sessions of before and of after side by side, and makes clusters of what is left. Rows outside
 * are not looked at; inside, each row is looked at once, however many changes there are.
 */
final class SessionRevision {
    private final SessionState state;
    private final SessionClusters clusters;
    private final long gap;
    private final SessionAssignment old;
    private final SessionAssignment now;
    private final SessionRows rows = new SessionRows();

    private int[] keys = new int[16];
    private int[] numbers = new int[16];
    private long[] times = new long[16];
    private long[] weights = new long[16];
    private int count;
    private int[] gone = new int[16];
    private int goneCount;

    SessionRevision(SessionState state, long gap) {
        this.state = state;
        this.clusters = state.clusters();
        this.gap = gap;
        this.old = new SessionAssignment(gap);
        this.now = new SessionAssignment(gap);
    }

    /** Adds a change of a row, which may be new. */
    void add(int key, int row, long time, long weight) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
            times = Arrays.copyOf(times, count * 2);
            weights = Arrays.copyOf(weights, count * 2);
        }
        keys[count] = key;
        numbers[count] = row;
        times[count] = time;
        weights[count++] = weight;
    }

    /**
     * Applies all changes. Rows that are no more must be {@linkplain #forget forgotten} when the output has been gathered.
     *
     * @param closed the watermark up to which sessions have been freed: a row of theirs that is taken back is left alone
     */
    void apply(SessionOutput output, long closed) {
        if (count == 0) {
            return;
        }
        long[] byKey = new long[count];
        for (int i = 0; i < count; i++) {
            byKey[i] = keys[i];
        }
        int[] order = SessionOrder.of(byKey, numbers, count);
        int from = 0;
        while (from < count) {
            int to = from + 1;
            while (to < count && keys[order[to]] == keys[order[from]]) {
                to++;
            }
            apply(order, from, to, output, closed);
            from = to;
        }
        count = 0;
    }

    private void apply(int[] order, int from, int to, SessionOutput output, long closed) {
        int key = keys[order[from]];
        rows.clear();
        int after = takeClusters(key, order, from, to);
        for (int i = from; i < to; i++) {
            rows.add(numbers[order[i]], 0, weights[order[i]]);
        }
        state.sort(rows);
        ignoreClosed(closed);
        emit(output);
        for (int place = 0; place < rows.size(); place++) {
            if (rows.after(place) == 0) {
                noteGone(rows.number(place));
            }
        }
        state.form(key, after, rows);
        state.forgetIfEmpty(key);
    }

    /** Takes away what is within reach of the changes; answers the cluster behind it. */
    private int takeClusters(int key, int[] order, int from, int to) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            first = Math.min(first, times[order[i]]);
            last = Math.max(last, times[order[i]]);
        }
        int after = SessionClusters.NONE;
        int cluster = clusters.latest(key);
        while (cluster != SessionClusters.NONE && first - clusters.last(cluster) <= gap) {
            int earlier = clusters.earlier(cluster);
            if (clusters.first(cluster) - last > gap) {
                after = cluster;
            } else {
                state.dissolve(cluster, rows);
            }
            cluster = earlier;
        }
        return after;
    }

    private void ignoreClosed(long closed) {
        for (int place = 0; place < rows.size(); place++) {
            if (rows.isChanged(place) && rows.after(place) < 0 && rows.time(place) + gap - 1 <= closed) {
                rows.setAfter(place, 0);
            }
        }
    }

    /** Puts the sessions of before and of after side by side and emits where a row's differ. */
    private void emit(SessionOutput output) {
        rows.assignBefore(old);
        rows.assignAfter(now);
        for (int i = 0; i < rows.size(); i++) {
            boolean stays = rows.before(i) != 0
                    && rows.after(i) != 0
                    && old.start(i) == now.start(i)
                    && old.end(i) == now.end(i);
            if (stays) {
                output.add(rows.number(i), now.start(i), now.end(i), rows.after(i) - rows.before(i));
            } else {
                output.add(rows.number(i), old.start(i), old.end(i), -rows.before(i));
                output.add(rows.number(i), now.start(i), now.end(i), rows.after(i));
            }
        }
    }

    private void noteGone(int row) {
        if (goneCount == gone.length) {
            gone = Arrays.copyOf(gone, goneCount * 2);
        }
        gone[goneCount++] = row;
    }

    /** Forgets the rows that are no more. */
    void forget() {
        for (int i = 0; i < goneCount; i++) {
            state.forgetRow(gone[i]);
        }
        goneCount = 0;
    }
}
