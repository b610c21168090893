package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
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
    private int[] partitions;
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
        rows.endRow(weight);
    }

    @Override
    public void discardRow() {
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
            addRows(rows.build(), size);
        }
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
