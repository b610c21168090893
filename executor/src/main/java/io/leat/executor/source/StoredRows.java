package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what a source delivers in one poll, or what one piece of it holds. */
final class StoredRows implements RowCollector {
    private static final int SHOWN_BYTES_MAX = 200;

    private final String table;
    private final ErrorPolicy policy;
    private final ChunkBuilder rows;
    private final List<Part> parts = new ArrayList<>();
    private int[] partitions;
    private BadRecords bad = BadRecords.NONE;

    /** Something that came after the part before it: rows, or a piece that is not decoded yet. */
    sealed interface Part permits Rows, Piece {}

    /** Rows with their stored columns. */
    record Rows(Chunk stored, Origin origin) implements Part {}

    /** Rows to be decoded. */
    record Piece(DeferredRows rows) implements Part {}

    /**
     * Records that could not be decoded.
     *
     * @param lastReason why the last of them could not
     */
    record BadRecords(long count, String lastReason) {
        static final BadRecords NONE = new BadRecords(0, "");
    }

    StoredRows(String table, List<DataType> types, ErrorPolicy policy, int roomForRows) {
        this.table = table;
        this.policy = policy;
        this.rows = new ChunkBuilder(types, roomForRows);
        this.partitions = new int[roomForRows];
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
        bad = new BadRecords(bad.count + 1, record.reason());
        if (policy == ErrorPolicy.FAIL) {
            throw failure(record);
        }
    }

    private LeatException failure(BadRecord record) {
        return LeatException.of(
                        ErrorCode.BAD_RECORD,
                        "bad record in table \"" + table + "\", " + record.partition() + " at " + record.offset() + ": "
                                + record.reason())
                .detail(shown(record.raw()))
                .hint("Set 'errors.policy'='skip' on the table to leave such records out and count them.");
    }

    private static String shown(byte[] raw) {
        String text = new String(raw, 0, Math.min(raw.length, SHOWN_BYTES_MAX), StandardCharsets.UTF_8);
        return raw.length > SHOWN_BYTES_MAX ? text + "..." : text;
    }

    @Override
    public void chunk(int partition, Chunk stored) {
        endPart();
        if (stored.size() > 0) {
            parts.add(new Rows(stored, Origin.of(partition)));
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
            parts.add(new Rows(rows.build(), origin(size)));
        }
    }

    private Origin origin(int size) {
        for (int row = 1; row < size; row++) {
            if (partitions[row] != partitions[0]) {
                return Origin.of(Arrays.copyOf(partitions, size));
            }
        }
        return Origin.of(partitions[0]);
    }

    /** What has come so far, in order; nothing is left afterwards. */
    List<Part> take() {
        endPart();
        List<Part> taken = List.copyOf(parts);
        parts.clear();
        return taken;
    }

    /** The records since the last time that could not be decoded. */
    BadRecords takeBad() {
        BadRecords taken = bad;
        bad = BadRecords.NONE;
        return taken;
    }

    /** Forgets everything that has come. */
    void clear() {
        discardRow();
        take();
        takeBad();
    }
}
