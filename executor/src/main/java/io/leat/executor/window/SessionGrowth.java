package io.leat.executor.window;

import java.util.Arrays;

/**
 * The short way for rows that come in order: each joins the last session of its key, or begins one behind it. Where that is
 * not so, it says no, and the row takes the long way, {@link SessionRevision}.
 */
final class SessionGrowth {
    private final SessionState state;
    private final SessionClusters clusters;
    private final long gap;

    // The clusters that grew in this tick.
    private int[] grown = new int[16];
    private int[] oldRows = new int[16];
    private long[] oldTimes = new long[16];
    private int count;
    private boolean[] isGrown = new boolean[0];

    SessionGrowth(SessionState state, long gap) {
        this.state = state;
        this.clusters = state.clusters();
        this.gap = gap;
    }

    /** Adds a new row if it joins or follows the last session of its key; answers whether it did. */
    boolean add(int key, int row, long time, long arrival, long weight) {
        int cluster = clusters.latest(key);
        if (cluster == SessionClusters.NONE || time - clusters.last(cluster) > gap) {
            int opened = state.open(key, row, time, arrival);
            grow(opened, SessionClusters.NONE);
        } else if (time >= clusters.first(cluster) && clusters.isJoined(cluster, arrival, gap)) {
            if (cluster >= isGrown.length || !isGrown[cluster]) {
                grow(cluster, clusters.row(cluster));
            }
            clusters.join(cluster, row, time, arrival);
        } else {
            return false;
        }
        if (weight != 1) {
            state.setWeight(row, weight);
        }
        return true;
    }

    /** Remembers what a cluster was before it grows. */
    private void grow(int cluster, int oldRow) {
        if (count == grown.length) {
            grown = Arrays.copyOf(grown, count * 2);
            oldRows = Arrays.copyOf(oldRows, count * 2);
            oldTimes = Arrays.copyOf(oldTimes, count * 2);
        }
        if (cluster >= isGrown.length) {
            isGrown = Arrays.copyOf(isGrown, (cluster + 1) * 2);
        }
        isGrown[cluster] = true;
        grown[count] = cluster;
        oldRows[count] = oldRow;
        oldTimes[count++] = clusters.last(cluster);
    }

    /** Gives new rows their sessions, and old rows other ones where those have grown. */
    void emit(SessionOutput output) {
        for (int i = 0; i < count; i++) {
            emit(output, grown[i], oldRows[i], oldTimes[i]);
            isGrown[grown[i]] = false;
        }
        count = 0;
        if (isGrown.length > 4 * clusters.limit()) {
            isGrown = new boolean[0];
        }
    }

    private void emit(SessionOutput output, int cluster, int oldRow, long oldTime) {
        long start = clusters.first(cluster);
        long time = clusters.last(cluster);
        if (time != oldTime) {
            for (int row = oldRow; row != SessionClusters.NONE; row = clusters.nextRow(row)) {
                output.add(row, start, oldTime + gap, -state.weight(row));
            }
        }
        int end = time != oldTime ? SessionClusters.NONE : oldRow;
        for (int row = clusters.row(cluster); row != end; row = clusters.nextRow(row)) {
            output.add(row, start, time + gap, state.weight(row));
        }
    }
}
