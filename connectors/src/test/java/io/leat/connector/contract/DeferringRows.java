package io.leat.connector.contract;

import io.leat.connector.contract.CollectingRows.Row;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** A collector that decodes pieces only when it is asked for rows: all at once, beside each other. */
public final class DeferringRows implements RowCollector {
    private final TableDefinition table;
    private final List<CollectingRows> parts = new ArrayList<>();
    private final List<DeferredRows> pieces = new ArrayList<>();
    private final List<Runnable> undecoded = new ArrayList<>();

    /** A collector of the stored columns of a table. */
    public DeferringRows(TableDefinition table) {
        this.table = table;
        parts.add(new CollectingRows(table));
    }

    /** All rows, in the order in which they were delivered. */
    public List<Row> rows() {
        decode();
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** All bad records, in the order in which they were delivered. */
    public List<BadRecord> bad() {
        decode();
        return parts.stream().flatMap(part -> part.bad().stream()).toList();
    }

    /** All pieces. */
    public List<DeferredRows> pieces() {
        return List.copyOf(pieces);
    }

    private void decode() {
        undecoded.parallelStream().forEach(Runnable::run);
        undecoded.clear();
    }

    private CollectingRows current() {
        return parts.get(parts.size() - 1);
    }

    @Override
    public ColumnBuilder column(int storedColumn) {
        return current().column(storedColumn);
    }

    @Override
    public void endRow(int partition, long weight) {
        current().endRow(partition, weight);
    }

    @Override
    public void discardRow() {
        current().discardRow();
    }

    @Override
    public void badRecord(BadRecord record) {
        current().badRecord(record);
    }

    @Override
    public void deferred(DeferredRows piece) {
        CollectingRows own = new CollectingRows(table);
        parts.add(own);
        parts.add(new CollectingRows(table));
        pieces.add(piece);
        undecoded.add(() -> decode(piece, own));
    }

    private static void decode(DeferredRows piece, CollectingRows own) {
        piece.decode(own);
        int records = own.rows().size() + own.bad().size();
        if (records > piece.records()) {
            throw new AssertionError("a piece of " + piece.records() + " records decoded to " + records);
        }
        if (own.rows().stream().anyMatch(row -> row.partition() != piece.partition())) {
            throw new AssertionError("a row of another partition than its piece's " + piece.partition());
        }
    }
}
