package io.leat.connector.contract;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.RowCollector;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A collector that keeps everything, and says at once when a source leaves half a row. */
public final class CollectingRows implements RowCollector {

    /** A row with where it came from. */
    public record Row(int partition, long weight, List<Object> values) {}

    private final List<DataType> types;
    private final ChunkBuilder builder;
    private final List<Row> rows = new ArrayList<>();
    private final List<BadRecord> bad = new ArrayList<>();
    private Set<Integer> projected;

    /** A collector of the stored columns of a table. */
    public CollectingRows(TableDefinition table) {
        types = table.storedColumns().stream().map(ColumnDefinition::type).toList();
        builder = new ChunkBuilder(types, 1);
        project(IntStream.range(0, types.size()).boxed().toList());
    }

    /** Says which columns the source was asked for from now on; the others may be left alone, and are NULL then. */
    public void project(List<Integer> storedColumns) {
        projected = Set.copyOf(storedColumns);
    }

    /** All rows so far. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The values of all rows so far. */
    public List<List<Object>> values() {
        return rows.stream().map(Row::values).toList();
    }

    /** All bad records so far. */
    public List<BadRecord> bad() {
        return List.copyOf(bad);
    }

    @Override
    public ColumnBuilder column(int storedColumn) {
        return builder.column(storedColumn);
    }

    @Override
    public void endRow(int partition, long weight) {
        for (int i = 0; i < types.size(); i++) {
            if (!projected.contains(i) && builder.column(i).size() == 0) {
                builder.column(i).appendNull();
            }
            requireSize(i, 1);
        }
        builder.endRow(1);
        Chunk chunk = builder.build();
        rows.add(new Row(partition, weight, Rows.of(types, chunk).get(0)));
    }

    @Override
    public void discardRow() {
        builder.discardRow();
    }

    @Override
    public void badRecord(BadRecord record) {
        for (int i = 0; i < types.size(); i++) {
            requireSize(i, 0);
        }
        bad.add(record);
    }

    private void requireSize(int column, int size) {
        if (builder.column(column).size() != size) {
            throw new AssertionError("column " + column + " has "
                    + builder.column(column).size() + " values of the" + " current row, not " + size);
        }
    }
}
