package io.leat.executor.window;

import io.leat.core.plan.Closing;
import io.leat.executor.state.KeyTable;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.State;
import io.leat.executor.state.StateKind;
import io.leat.executor.state.TimeBuckets;
import java.util.Arrays;
import java.util.Optional;

/** The rows of all session keys. Keys have numbers; a key is known by the end of its first session to the buckets. */
final class SessionState implements State {
    private final long gap;
    private final Optional<Closing> closing;
    private final SessionAssignment sessions;
    private final KeyTable keys = new KeyTable();
    private final TimeBuckets buckets = new TimeBuckets();
    private SessionRows[] rowsByKey = new SessionRows[16];
    private boolean[] isBucketed = new boolean[16];
    private long rows;
    private long bytes;

    private SessionState(long gap, Optional<Closing> closing) {
        this.gap = gap;
        this.closing = closing;
        this.sessions = new SessionAssignment(gap);
    }

    static StateKind<SessionState> kind(long gap, Optional<Closing> closing) {
        return new StateKind<>("session rows", () -> new SessionState(gap, closing));
    }

    /** The number of a key, a new one if it is new. */
    int key(RowBytes bytes) {
        int key = keys.add(bytes);
        if (key >= rowsByKey.length) {
            rowsByKey = Arrays.copyOf(rowsByKey, key * 2);
            isBucketed = Arrays.copyOf(isBucketed, key * 2);
        }
        if (rowsByKey[key] == null) {
            rowsByKey[key] = new SessionRows();
            account(rowsByKey[key], 1);
        }
        return key;
    }

    /** The rows of a key, to be changed; {@link #changed} must follow. */
    SessionRows take(int key) {
        account(rowsByKey[key], -1);
        return rowsByKey[key];
    }

    /** The rows of a key have been changed. */
    void changed(int key, boolean otherFirst) {
        account(rowsByKey[key], 1);
        if (otherFirst) {
            placeInBucket(key);
        }
        if (rowsByKey[key].size() == 0) {
            remove(key);
        }
    }

    private void account(SessionRows keyRows, int sign) {
        rows += (long) sign * keyRows.size();
        bytes += sign * keyRows.bytes();
    }

    private void placeInBucket(int key) {
        if (closing.isEmpty()) {
            return;
        }
        if (isBucketed[key]) {
            buckets.remove(key);
        }
        SessionRows keyRows = rowsByKey[key];
        isBucketed[key] = keyRows.size() > 0;
        if (isBucketed[key]) {
            buckets.add(key, firstEnd(keyRows));
        }
    }

    /** The least end of a session of a key: it is in the first cluster. */
    private long firstEnd(SessionRows keyRows) {
        int cluster = keyRows.clusterEnd(0, gap);
        keyRows.assign(sessions, cluster);
        long least = Long.MAX_VALUE;
        for (int row = 0; row < cluster; row++) {
            least = Math.min(least, sessions.end(row));
        }
        return least;
    }

    private void remove(int key) {
        account(rowsByKey[key], -1);
        rowsByKey[key] = null;
        keys.remove(key);
    }

    /** Forgets the rows of all sessions that are closed at a watermark. */
    void free(long watermark) {
        closing.ifPresent(rule -> buckets.close(rule, watermark, key -> free(key, rule, watermark)));
        int limit = keys.limit();
        if (rowsByKey.length > 16 && limit < rowsByKey.length / 4) {
            rowsByKey = Arrays.copyOf(rowsByKey, Math.max(16, limit * 2));
            isBucketed = Arrays.copyOf(isBucketed, rowsByKey.length);
        }
        buckets.trim(limit);
    }

    private void free(int key, Closing rule, long watermark) {
        isBucketed[key] = false;
        SessionRows keyRows = take(key);
        boolean all = true;
        while (all && keyRows.size() > 0) {
            all = freeFirstCluster(keyRows, rule, watermark);
        }
        changed(key, true);
    }

    /** Forgets the rows of the first cluster whose sessions are closed; answers whether that were all of them. */
    private boolean freeFirstCluster(SessionRows keyRows, Closing rule, long watermark) {
        int cluster = keyRows.clusterEnd(0, gap);
        keyRows.assign(sessions, cluster);
        SessionRows open = new SessionRows();
        for (int row = 0; row < cluster; row++) {
            if (!rule.isClosed(sessions.end(row), watermark)) {
                open.append(keyRows.time(row), keyRows.arrival(row), keyRows.row(row), keyRows.weight(row));
            }
        }
        keyRows.replace(0, cluster, open);
        return open.size() == 0;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long bytes() {
        return bytes + keys.bytes() + buckets.bytes() + (long) rowsByKey.length * (Integer.BYTES + 1);
    }
}
