package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.RowCollector;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what a source delivers in one poll: the stored columns, and which partition each row came from. */
final class StoredRows implements RowCollector {
    private static final int SHOWN_BYTES_MAX = 200;

    private final String table;
    private final ErrorPolicy policy;
    private final ReaderCounters counters;
    private final ChunkBuilder rows;
    private final List<Part> parts = new ArrayList<>();
    private int[] partitions;

    /**
     * Rows that came after one another.
     *
     * @param partitions the partition of each row; longer than needed
     */
    record Part(Chunk stored, int[] partitions) {}

    StoredRows(String table, List<DataType> types, ErrorPolicy policy, ReaderCounters counters, int roomForRows) {
        this.table = table;
        this.policy = policy;
        this.counters = counters;
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
        counters.addBad(record.reason());
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
        int[] all = new int[stored.size()];
        Arrays.fill(all, partition);
        parts.add(new Part(stored, all));
    }

    private void endPart() {
        if (rows.size() > 0) {
            int[] current = Arrays.copyOf(partitions, rows.size());
            parts.add(new Part(rows.build(), current));
        }
    }

    /** The rows so far, in the order in which they came; empty afterwards. */
    List<Part> take() {
        endPart();
        List<Part> taken = List.copyOf(parts);
        parts.clear();
        return taken;
    }
}
