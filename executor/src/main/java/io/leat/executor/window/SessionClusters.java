package io.leat.executor.window;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.EntryNumbers;
import io.leat.executor.state.IntValues;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.StateArchive;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The clusters of all session keys: the longest chains of rows of one key that are at most a gap apart. They have numbers;
 * those of one key are linked in the order of their times, and the rows of one lie in a chain behind the row that came last.
 *
 * <p>A cluster is regular if all its rows are in one session, as nearly all are: then its first and last time say all about
 * that session. In others, rows came after the session within their reach had closed.
 */
final class SessionClusters implements Archivable {
    static final int NONE = -1;

    private final EntryNumbers numbers = new EntryNumbers();
    // Links hold numbers plus 1, so that 0 means none.
    private final IntValues latest = new IntValues();
    private final IntValues earlier = new IntValues();
    private final IntValues later = new IntValues();
    private final IntValues keys = new IntValues();
    private final IntValues rows = new IntValues();
    private final IntValues nextRows = new IntValues();
    private final IntValues irregular = new IntValues();
    private final LongValues firstTimes = new LongValues();
    private final LongValues lastTimes = new LongValues();
    private final LongValues lastArrivals = new LongValues();

    /** The last cluster of a key, or {@link #NONE}. */
    int latest(int key) {
        return latest.get(key) - 1;
    }

    /** The cluster of the same key before a cluster, or {@link #NONE}. */
    int earlier(int cluster) {
        return earlier.get(cluster) - 1;
    }

    /** The cluster of the same key after a cluster, or {@link #NONE}. */
    int later(int cluster) {
        return later.get(cluster) - 1;
    }

    int key(int cluster) {
        return keys.get(cluster);
    }

    long first(int cluster) {
        return firstTimes.get(cluster);
    }

    long last(int cluster) {
        return lastTimes.get(cluster);
    }

    boolean isRegular(int cluster) {
        return irregular.get(cluster) == 0;
    }

    /** The row that was added last, or {@link #NONE}. */
    int row(int cluster) {
        return rows.get(cluster) - 1;
    }

    /** The row that was added before a row, or {@link #NONE}. */
    int nextRow(int row) {
        return nextRows.get(row) - 1;
    }

    /**
     * Whether a row, which is not before the first one and within reach of the last, just joins the session of a cluster: it
     * comes after all others and before that session has closed, or all came before any of them could have closed.
     */
    boolean isJoined(int cluster, long arrival, long gap) {
        long before = lastArrivals.get(cluster);
        return isRegular(cluster)
                && (arrival >= before && arrival < last(cluster) + gap - 1
                        || Math.max(arrival, before) < first(cluster) + gap - 1);
    }

    /** A new cluster without rows, in front of another one of the key, or behind all if that is {@link #NONE}. */
    int open(int key, int after, long time, long arrival) {
        int cluster = numbers.take();
        keys.set(cluster, key);
        firstTimes.set(cluster, time);
        lastTimes.set(cluster, time);
        lastArrivals.set(cluster, arrival);
        irregular.set(cluster, 0);
        rows.set(cluster, 0);
        int before = after == NONE ? latest(key) : earlier(after);
        link(key, cluster, after);
        link(key, before, cluster);
        return cluster;
    }

    /** Makes two clusters of a key neighbours; each may be {@link #NONE}. */
    private void link(int key, int before, int after) {
        if (before != NONE) {
            later.set(before, after + 1);
        }
        if (after != NONE) {
            earlier.set(after, before + 1);
        } else {
            latest.set(key, before + 1);
        }
    }

    /** Adds a row that is not before the first one. */
    void join(int cluster, int row, long time, long arrival) {
        nextRows.set(row, rows.get(cluster));
        rows.set(cluster, row + 1);
        if (time > last(cluster)) {
            lastTimes.set(cluster, time);
        }
        if (arrival > lastArrivals.get(cluster)) {
            lastArrivals.set(cluster, arrival);
        }
    }

    /** Its rows are not all in one session. */
    void setIrregular(int cluster) {
        irregular.set(cluster, 1);
    }

    /** Forgets a cluster; what its rows were can no longer be asked for. */
    void remove(int cluster) {
        link(key(cluster), earlier(cluster), later(cluster));
        numbers.free(cluster);
    }

    /** Takes rows out of the chains they are in. */
    void unlinkRows(IntPredicate gone) {
        for (int cluster = numbers.next(0); cluster != NONE; cluster = numbers.next(cluster + 1)) {
            int kept = NONE;
            for (int row = row(cluster); row != NONE; row = nextRow(row)) {
                if (gone.test(row)) {
                    continue;
                }
                if (kept == NONE) {
                    rows.set(cluster, row + 1);
                } else {
                    nextRows.set(kept, row + 1);
                }
                kept = row;
            }
            nextRows.set(kept, 0);
        }
    }

    /** Gives memory back when all numbers of keys and rows in use are below limits. */
    void trim(int keyLimit, int rowLimit) {
        latest.trim(keyLimit);
        nextRows.trim(rowLimit);
        int limit = numbers.limit();
        for (IntValues values : new IntValues[] {earlier, later, keys, rows, irregular}) {
            values.trim(limit);
        }
        for (LongValues values : new LongValues[] {firstTimes, lastTimes, lastArrivals}) {
            values.trim(limit);
        }
    }

    /** One more than the greatest number of a cluster. */
    int limit() {
        return numbers.limit();
    }

    @Override
    public void archive(StateArchive archive) {
        numbers.archive(archive);
        for (IntValues links : List.of(latest, earlier, later, keys, rows, nextRows, irregular)) {
            links.archive(archive);
        }
        for (LongValues times : List.of(firstTimes, lastTimes, lastArrivals)) {
            times.archive(archive);
        }
    }

    /** Bytes that they take on the heap, nearly. */
    long bytes() {
        long links = latest.bytes() + earlier.bytes() + later.bytes() + rows.bytes() + nextRows.bytes();
        long times = firstTimes.bytes() + lastTimes.bytes() + lastArrivals.bytes();
        return numbers.bytes() + links + times + keys.bytes() + irregular.bytes();
    }
}
