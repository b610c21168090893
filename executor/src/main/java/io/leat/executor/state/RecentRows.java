package io.leat.executor.state;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ZSet;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bag of rows that come and go, of which the latest are kept if there are too many: they lie in segments, of which the
 * oldest goes as a whole. That a row which is no longer kept goes after all is nobody's concern.
 */
public final class RecentRows implements State {
    private static final int SEGMENTS = 8;
    private static final int SLICE_ROWS = 1_024;

    private final List<DataType> types;
    private final long segmentRows;
    private final int sliceRows;
    /** Null where nothing was kept yet. */
    private final WeightedRows[] segments = new WeightedRows[SEGMENTS];

    private int newest;

    private RecentRows(List<DataType> types, long rowsMax) {
        this.types = types;
        this.segmentRows = Math.max(1, rowsMax / SEGMENTS);
        this.sliceRows = (int) Math.min(SLICE_ROWS, segmentRows);
    }

    /**
     * How to open it from a store.
     *
     * @param types the types of a row's columns
     * @param rowsMax about how many are kept at most
     */
    public static StateKind<RecentRows> kind(List<DataType> types, long rowsMax) {
        return new StateKind<>("recent rows", () -> new RecentRows(types, rowsMax));
    }

    private WeightedRows empty() {
        return WeightedRows.kind(types, Optional.empty()).create().get();
    }

    /**
     * Takes a change in.
     *
     * @param change each row once
     * @return what has changed of the rows that were kept, and the new ones
     */
    public ZSet apply(ZSet change) {
        List<Chunk> told = new ArrayList<>();
        for (Chunk chunk : change.chunks()) {
            remove(withSign(chunk, -1), told);
        }
        for (Chunk chunk : change.chunks()) {
            Chunk added = withSign(chunk, 1);
            told.add(added);
            for (int from = 0; from < added.size(); from += sliceRows) {
                keep(added.slice(from, Math.min(sliceRows, added.size() - from)));
            }
        }
        return ZSet.of(told);
    }

    private static Chunk withSign(Chunk chunk, int sign) {
        int[] rows = new int[chunk.size()];
        int count = 0;
        for (int row = 0; row < chunk.size(); row++) {
            if (Long.signum(chunk.weight(row)) == sign) {
                rows[count++] = row;
            }
        }
        return count == chunk.size() ? chunk : chunk.gather(rows, count);
    }

    private void keep(Chunk added) {
        if (segments[newest] == null) {
            segments[newest] = empty();
        } else if (segments[newest].rows() >= segmentRows) {
            newest = (newest + 1) % SEGMENTS;
            segments[newest] = empty();
        }
        segments[newest].add(added);
    }

    /** Takes rows back, as far as they are there, from the latest on. */
    private void remove(Chunk removed, List<Chunk> told) {
        long[] left = new long[removed.size()];
        for (int row = 0; row < left.length; row++) {
            left[row] = -removed.weight(row);
        }
        for (int i = 0; i < SEGMENTS && removed.size() > 0; i++) {
            WeightedRows segment = segments[(newest - i + SEGMENTS) % SEGMENTS];
            Chunk gone = segment == null ? removed.slice(0, 0) : found(segment, removed, left);
            if (gone.size() > 0) {
                segment.add(gone);
                told.add(gone);
            }
        }
    }

    /** What of some rows is in a segment, with weights below 0; so much less is left of them. */
    private static Chunk found(WeightedRows segment, Chunk removed, long[] left) {
        long[] there = segment.weights(removed);
        int[] rows = new int[removed.size()];
        long[] weights = new long[removed.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            long part = Math.min(there[row], left[row]);
            if (part > 0) {
                left[row] -= part;
                rows[count] = row;
                weights[count++] = -part;
            }
        }
        return new Chunk(count, removed.gather(rows, count).columns(), weights);
    }

    /** All rows with their weights. */
    public ZSet toZSet(int chunkRows) {
        ZSet all = ZSet.EMPTY;
        for (int i = 1; i <= SEGMENTS; i++) {
            WeightedRows segment = segments[(newest + i) % SEGMENTS];
            all = segment == null ? all : all.plus(segment.toZSet(chunkRows));
        }
        return Consolidation.of(all, types);
    }

    @Override
    public void archive(StateArchive archive) {
        newest = archive.number(newest);
        for (int i = 0; i < SEGMENTS; i++) {
            if (archive.flag(segments[i] != null)) {
                segments[i] = segments[i] == null ? empty() : segments[i];
                segments[i].archive(archive);
            }
        }
    }

    @Override
    public long rows() {
        long rows = 0;
        for (WeightedRows segment : segments) {
            rows += segment == null ? 0 : segment.rows();
        }
        return rows;
    }

    @Override
    public long bytes() {
        long bytes = 0;
        for (WeightedRows segment : segments) {
            bytes += segment == null ? 0 : segment.bytes();
        }
        return bytes;
    }
}
