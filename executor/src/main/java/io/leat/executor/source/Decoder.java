package io.leat.executor.source;

import io.leat.core.batch.Chunk;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Decodes pieces; any number of threads may do that at a time. */
final class Decoder {
    private final TableDefinition table;
    private final int chunkRows;
    private final StoredRows.BadRecords policy;
    private final Queue<StoredRows> collectors = new ConcurrentLinkedQueue<>();
    private volatile boolean takesOffsets;

    /**
     * What a piece holds.
     *
     * @param failure what ended decoding it early; null if nothing did
     */
    record Decoded(List<Chunk> chunks, List<BadRecord> bad, RuntimeException failure) {}

    Decoder(TableDefinition table, int chunkRows, StoredRows.BadRecords policy) {
        this.table = table;
        this.chunkRows = chunkRows;
        this.policy = policy;
    }

    /** Says whether it notes where rows lie from now on. */
    void takeOffsets(boolean taken) {
        takesOffsets = taken;
    }

    Decoded decode(DeferredRows piece) {
        StoredRows collector = Optional.ofNullable(collectors.poll()).orElseGet(this::newCollector);
        collector.takeOffsets(takesOffsets);
        try {
            piece.decode(collector);
            List<Chunk> chunks = collector.take().stream()
                    .map(rows -> ((StoredRows.Rows) rows).stored())
                    .toList();
            return new Decoded(chunks, collector.takeBad(), null);
        } catch (RuntimeException e) {
            return new Decoded(List.of(), collector.takeBad(), e);
        } finally {
            collector.clear();
            collectors.add(collector);
        }
    }

    /** A collector of the table's stored columns. */
    StoredRows newCollector() {
        return new StoredRows(
                table.storedColumns().stream().map(ColumnDefinition::type).toList(), chunkRows, policy);
    }
}
