package io.leat.tests.kafka;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** Keeps the rows and bad records that a source delivers. */
final class RecordedRows implements RowCollector {
    private final List<DataType> types;
    private final ChunkBuilder builder;
    private final List<Row> rows = new ArrayList<>();
    private final List<BadRecord> bad = new ArrayList<>();

    /** A row with its partition's index and its weight. */
    record Row(int partition, long weight, List<Object> values) {}

    RecordedRows(TableDefinition table) {
        types = table.storedColumns().stream().map(ColumnDefinition::type).toList();
        builder = new ChunkBuilder(types, 16);
    }

    @Override
    public ColumnBuilder column(int storedColumn) {
        return builder.column(storedColumn);
    }

    @Override
    public void endRow(int partition, long weight) {
        builder.endRow(weight);
        Chunk chunk = builder.build();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            values.add(JavaValues.get(types.get(i), chunk.column(i), 0));
        }
        rows.add(new Row(partition, weight, values));
    }

    @Override
    public void discardRow() {
        builder.discardRow();
    }

    @Override
    public void badRecord(BadRecord record) {
        bad.add(record);
    }

    /** All rows so far. */
    List<Row> rows() {
        return rows;
    }

    /** All bad records so far. */
    List<BadRecord> bad() {
        return bad;
    }

    /** The first column of all rows so far, as text. */
    List<String> first() {
        return rows.stream().map(row -> String.valueOf(row.values().get(0))).toList();
    }
}
