package io.leat.core.batch;

import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds chunks row by row: append one value to every column, then {@link #endRow}. Not safe for several threads. */
public final class ChunkBuilder {
    private final List<DataType> types;
    private final List<ColumnBuilder> columns;
    private long[] weights;
    private int size;

    /** A builder for rows of the given types, with room for some rows (it grows). */
    public ChunkBuilder(List<DataType> types, int rows) {
        this.types = List.copyOf(types);
        columns = types.stream().map(type -> ColumnBuilder.of(type, rows)).toList();
    }

    /** The builder of a column. */
    public ColumnBuilder column(int index) {
        return columns.get(index);
    }

    /** How many rows so far. */
    public int size() {
        return size;
    }

    /** Completes a row with its weight. A weight of 0 takes the row back. */
    public void endRow(long weight) {
        if (weight == 0) {
            discardRow();
            return;
        }
        if (weight != 1 || weights != null) {
            weigh(weight);
        }
        size++;
    }

    /** Takes back what was appended of the current row. */
    public void discardRow() {
        for (ColumnBuilder column : columns) {
            column.truncate(size);
        }
    }

    private void weigh(long weight) {
        if (weights == null) {
            weights = new long[Math.max(16, size + 1)];
            Arrays.fill(weights, 0, size, 1L);
        } else if (weights.length == size) {
            weights = Arrays.copyOf(weights, size * 2);
        }
        weights[size] = weight;
    }

    /** Adds a row of a chunk of the same types, with another weight. */
    public void appendRow(Chunk chunk, int row, long weight) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).appendFrom(chunk.column(i), row);
        }
        endRow(weight);
    }

    /**
     * The chunk of all rows so far; the builder is empty and reusable afterwards. A column to which nothing was appended is
     * absent: all NULL.
     */
    public Chunk build() {
        List<Column> built = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            boolean absent = columns.get(i).size() == 0 && size > 0;
            built.add(
                    absent ? Column.absent(types.get(i), size) : columns.get(i).build());
        }
        Chunk chunk = new Chunk(size, built, weights);
        weights = null;
        size = 0;
        return chunk;
    }
}
