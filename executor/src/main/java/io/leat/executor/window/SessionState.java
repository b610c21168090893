package io.leat.executor.window;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Session;
import io.leat.core.type.DataType;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.RowTable;
import io.leat.executor.state.State;
import io.leat.executor.state.StateArchive;
import io.leat.executor.state.StateKind;
import io.leat.executor.state.TimeBuckets;
import java.util.List;

/**
 * The rows of all session keys and the clusters that they form. Keys, rows and clusters have numbers; a cluster is known to
 * the buckets by a time at which a session in it may have ended, which is not moved on whenever the session is.
 *
 * <p>As long as rows only come, they are added without being looked for, and a row that comes twice stands here twice. With
 * the first row that is taken back an index of all rows is made, and from then on each stands here once.
 */
final class SessionState implements State {
    private static final int NO_ARRIVALS = -1;

    private final Session plan;
    private final SessionAssignment sessions;
    private final RowTable keys;
    private final RowTable rows;
    private final SessionClusters clusters = new SessionClusters();
    private final TimeBuckets buckets = new TimeBuckets();
    /** Weights less 1, so that they take no memory while all rows have weight 1. */
    private final LongValues extraWeights = new LongValues();

    private final SessionRows remaining = new SessionRows();
    private boolean indexed;

    private SessionState(Session plan) {
        List<DataType> types = plan.input().schema().types();
        this.plan = plan;
        this.sessions = new SessionAssignment(plan.gapMillis());
        this.keys = RowTable.kind(plan.keys().stream().map(types::get).toList())
                .create()
                .get();
        this.rows = RowTable.kind(types).create().get();
    }

    static StateKind<SessionState> kind(Session plan) {
        return new StateKind<>("session rows", () -> new SessionState(plan));
    }

    SessionClusters clusters() {
        return clusters;
    }

    RowTable rowTable() {
        return rows;
    }

    long weight(int row) {
        return extraWeights.get(row) + 1;
    }

    void setWeight(int row, long weight) {
        extraWeights.set(row, weight - 1);
    }

    /** Whether equal rows have one number. */
    boolean isIndexed() {
        return indexed;
    }

    /** Makes equal rows one, from now on. */
    void index() {
        indexed = true;
        rows.index((duplicate, original) -> {
            extraWeights.add(original, weight(duplicate));
            setWeight(duplicate, 0);
        });
        clusters.unlinkRows(row -> {
            boolean gone = weight(row) == 0;
            if (gone) {
                setWeight(row, 1);
            }
            return gone;
        });
    }

    /** The numbers of the keys of a chunk's rows, new ones if they are new. */
    void numberKeys(Chunk chunk, int[] into) {
        List<Column> columns = plan.keys().stream().map(chunk::column).toList();
        keys.addAll(columns, chunk.size(), into);
    }

    /** One more than the greatest number of a key. */
    int keyLimit() {
        return keys.limit();
    }

    /** The numbers of a chunk's rows, which have weight 1 if they are new. */
    void numberRows(Chunk chunk, int[] into) {
        if (indexed) {
            rows.addAll(chunk.columns(), chunk.size(), into);
        } else {
            rows.append(chunk.columns(), chunk.size(), into);
        }
    }

    /** A new cluster of one row, the last of its key. */
    int open(int key, int row, long time, long arrival) {
        int cluster = clusters.open(key, SessionClusters.NONE, time, arrival);
        clusters.join(cluster, row, time, arrival);
        placeInBucket(cluster, time + plan.gapMillis());
        return cluster;
    }

    private void placeInBucket(int cluster, long end) {
        if (plan.closing().isPresent()) {
            buckets.add(cluster, end);
        }
    }

    /** Takes a cluster away; its rows are added to others, with their weights. */
    void dissolve(int cluster, SessionRows into) {
        for (int row = clusters.row(cluster); row != SessionClusters.NONE; row = clusters.nextRow(row)) {
            into.add(row, weight(row), 0);
        }
        if (plan.closing().isPresent()) {
            buckets.remove(cluster);
        }
        clusters.remove(cluster);
    }

    /** Brings rows into the order of their times. */
    void sort(SessionRows some) {
        int arrivals = plan.lateness().isPresent() ? plan.lateness().get().arrivalColumn() : NO_ARRIVALS;
        some.sort(rows, plan.timeColumn(), arrivals);
    }

    /** Makes clusters of sorted rows that are in none, in front of another one of the key, if that is there. */
    void form(int key, int after, SessionRows some) {
        some.compact();
        some.assignAfter(sessions);
        int from = 0;
        while (from < some.size()) {
            int to = from + 1;
            while (to < some.size() && some.time(to) - some.time(to - 1) <= plan.gapMillis()) {
                to++;
            }
            form(key, after, some, from, to);
            from = to;
        }
    }

    private void form(int key, int after, SessionRows some, int from, int to) {
        int cluster = clusters.open(key, after, some.time(from), some.arrival(from));
        long firstEnd = Long.MAX_VALUE;
        boolean isRegular = true;
        long end = some.time(to - 1) + plan.gapMillis();
        for (int place = from; place < to; place++) {
            setWeight(some.number(place), some.after(place));
            clusters.join(cluster, some.number(place), some.time(place), some.arrival(place));
            firstEnd = Math.min(firstEnd, sessions.end(place));
            isRegular &= sessions.start(place) == some.time(from) && sessions.end(place) == end;
        }
        if (!isRegular) {
            clusters.setIrregular(cluster);
        }
        placeInBucket(cluster, firstEnd);
    }

    /** Forgets a row that is in no cluster. */
    void forgetRow(int row) {
        setWeight(row, 1);
        if (indexed) {
            rows.remove(row);
        } else {
            rows.removeAppended(row);
        }
    }

    /** Forgets a key if it has no clusters. */
    void forgetIfEmpty(int key) {
        if (clusters.latest(key) == SessionClusters.NONE) {
            keys.remove(key);
        }
    }

    /** Forgets the rows of all sessions that are closed at a watermark. */
    void free(long watermark) {
        plan.closing().ifPresent(rule -> buckets.close(rule, watermark, cluster -> free(cluster, rule, watermark)));
        keys.trim();
        rows.trim();
        clusters.trim(keys.limit(), rows.limit());
        buckets.trim(clusters.limit());
        extraWeights.trim(rows.limit());
    }

    private void free(int cluster, Closing rule, long watermark) {
        long end = clusters.last(cluster) + plan.gapMillis();
        boolean isRegular = clusters.isRegular(cluster);
        if (isRegular && !rule.isClosed(end, watermark)) {
            buckets.add(cluster, end);
            return;
        }
        int key = clusters.key(cluster);
        if (isRegular) {
            freeRows(cluster);
            clusters.remove(cluster);
        } else {
            freePart(cluster, rule, watermark);
        }
        forgetIfEmpty(key);
    }

    private void freeRows(int cluster) {
        int row = clusters.row(cluster);
        while (row != SessionClusters.NONE) {
            forgetRow(row);
            row = clusters.nextRow(row);
        }
    }

    /** Forgets the closed ones of several sessions in a cluster. */
    private void freePart(int cluster, Closing rule, long watermark) {
        remaining.clear();
        for (int row = clusters.row(cluster); row != SessionClusters.NONE; row = clusters.nextRow(row)) {
            remaining.add(row, weight(row), 0);
        }
        sort(remaining);
        remaining.assignAfter(sessions);
        for (int place = 0; place < remaining.size(); place++) {
            if (rule.isClosed(sessions.end(place), watermark)) {
                remaining.setAfter(place, 0);
                forgetRow(remaining.number(place));
            }
        }
        int after = clusters.later(cluster);
        int key = clusters.key(cluster);
        clusters.remove(cluster);
        form(key, after, remaining);
    }

    @Override
    public void archive(StateArchive archive) {
        keys.archive(archive);
        rows.archive(archive);
        clusters.archive(archive);
        buckets.archive(archive);
        extraWeights.archive(archive);
        indexed = archive.flag(indexed);
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public long bytes() {
        return keys.bytes() + rows.bytes() + clusters.bytes() + buckets.bytes() + extraWeights.bytes();
    }
}
