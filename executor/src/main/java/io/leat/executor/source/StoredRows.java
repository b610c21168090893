package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.Origin;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Collects what a source delivers in one poll, or what one piece of it holds. */
final class StoredRows implements RowCollector {
    private final ChunkBuilder rows;
    private final BadRecords policy;
    private final List<Part> parts = new ArrayList<>();
    private boolean takesOffsets;
    private int[] partitions;
    private long[] offsets = {};
    private long offset;
    /** How many of the rows have told where they lie. */
    private int placed;

    private boolean isPlaced;
    private List<BadRecord> bad = new ArrayList<>();

    /** Something of one partition, which has its index in the source. */
    sealed interface Part permits Rows, Piece {
        /** Index of the partition in the source. */
        int partition();
    }

    /** Rows with their stored columns. */
    record Rows(int partition, Chunk stored) implements Part {}

    /** Rows to be decoded. */
    record Piece(DeferredRows rows) implements Part {

        @Override
        public int partition() {
            return rows.partition();
        }
    }

    /** What is done about a record that cannot be decoded. */
    @FunctionalInterface
    interface BadRecords {
        /** May throw, if the first is one too many. */
        void met(BadRecord record);
    }

    StoredRows(List<DataType> types, int roomForRows, BadRecords policy) {
        this.rows = new ChunkBuilder(types, roomForRows);
        this.partitions = new int[roomForRows];
        this.policy = policy;
    }

    /** Says whether it notes where rows lie, of those that come from now on; before that it does not. */
    void takeOffsets(boolean taken) {
        takesOffsets = taken;
    }

    @Override
    public boolean takesOffsets() {
        return takesOffsets;
    }

    @Override
    public void offset(long rowOffset) {
        offset = rowOffset;
        isPlaced = takesOffsets;
    }

    @Override
    public ColumnBuilder column(int storedColumn) {
        return rows.column(storedColumn);
    }

    @Override
    public void endRow(int partition, long weight) {
        if (rows.size() == partitions.length) {
            partitions = Arrays.copyOf(partitions, partitions.length * 2);
        }
        partitions[rows.size()] = partition;
        if (isPlaced) {
            place(rows.size());
        }
        rows.endRow(weight);
    }

    private void place(int row) {
        if (row == offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(partitions.length, offsets.length * 2));
        }
        offsets[row] = offset;
        placed++;
        isPlaced = false;
    }

    @Override
    public void discardRow() {
        isPlaced = false;
        rows.discardRow();
    }

    @Override
    public void badRecord(BadRecord record) {
        discardRow();
        bad.add(record);
        policy.met(record);
    }

    @Override
    public void chunk(int partition, Chunk stored) {
        endPart();
        if (stored.size() > 0) {
            parts.add(new Rows(partition, stored));
        }
    }

    @Override
    public void deferred(DeferredRows piece) {
        endPart();
        parts.add(new Piece(piece));
    }

    private void endPart() {
        int size = rows.size();
        if (size > 0) {
            addRows(rows.build().withOrigin(origin(size)), size);
        }
    }

    /** Where the rows lie, if all of them have told. */
    private Origin origin(int size) {
        boolean known = placed == size;
        placed = 0;
        return known ? Origin.at(Arrays.copyOf(offsets, size), size) : null;
    }

    private void addRows(Chunk chunk, int size) {
        if (IntStream.range(1, size).allMatch(row -> partitions[row] == partitions[0])) {
            parts.add(new Rows(partitions[0], chunk));
            return;
        }
        IntStream.range(0, size).map(row -> partitions[row]).distinct().sorted().forEach(partition -> {
            int[] own = IntStream.range(0, size)
                    .filter(row -> partitions[row] == partition)
                    .toArray();
            parts.add(new Rows(partition, chunk.gather(own, own.length)));
        });
    }

    /** What has come so far, in order; nothing is left afterwards. */
    List<Part> take() {
        endPart();
        List<Part> taken = List.copyOf(parts);
        parts.clear();
        return taken;
    }

    /** The records since the last time that could not be decoded. */
    List<BadRecord> takeBad() {
        List<BadRecord> taken = bad;
        bad = new ArrayList<>();
        return taken;
    }

    /** Forgets everything that has come. */
    void clear() {
        discardRow();
        take();
        takeBad();
    }
}
