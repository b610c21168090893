package io.leat.connector.file;

import io.leat.connector.format.arrow.ArrowSlice;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.Origin;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.DeferredRows;
import io.leat.core.connector.RowCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Rows of an Arrow file that have been read but not made columns.
 *
 * @param file what is known of the file
 * @param content the name of its content in positions
 * @param layout which columns are read
 * @param slices by place among the stored columns: the values
 * @param offset how many rows of the file come before these
 * @param records how many rows
 */
record ArrowPiece(
        FileMetadata file,
        String content,
        StoredLayout layout,
        Map<Integer, ArrowSlice> slices,
        long offset,
        int records)
        implements DeferredRows {
    private static final byte[] NOTHING = {};

    @Override
    public int partition() {
        return FilePiece.PARTITION;
    }

    @Override
    public Optional<String> section() {
        return Optional.of(content);
    }

    @Override
    public void decode(RowCollector rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < layout.stored().size(); i++) {
            columns.add(column(i));
        }
        Chunk chunk = new Chunk(records, columns, null, rows.takesOffsets() ? origin() : null);
        int[] good = new int[records];
        int count = good(chunk, good, rows);
        if (count > 0) {
            rows.chunk(FilePiece.PARTITION, count == records ? chunk : chunk.gather(good, count));
        }
    }

    private Origin origin() {
        return Origin.at(LongStream.range(offset, offset + records).toArray(), records);
    }

    /** Notes the rows that are sound and reports the others; answers how many are sound. */
    private int good(Chunk chunk, int[] good, RowCollector rows) {
        Map<Integer, ArrowSlice> doubtful = new TreeMap<>(slices);
        doubtful.values().removeIf(slice -> !slice.isDoubtful());
        int count = doubtful.isEmpty() ? records : 0;
        for (int row = 0; row < records && !doubtful.isEmpty(); row++) {
            Optional<String> problem = problem(doubtful, chunk, row);
            if (problem.isEmpty()) {
                good[count++] = row;
            } else {
                rows.badRecord(new BadRecord(content, offset + row, NOTHING, problem.get()));
            }
        }
        return count;
    }

    private Optional<String> problem(Map<Integer, ArrowSlice> doubtful, Chunk chunk, int row) {
        for (Map.Entry<Integer, ArrowSlice> slice : doubtful.entrySet()) {
            Optional<String> problem = slice.getValue().problem(chunk.column(slice.getKey()), row);
            if (problem.isPresent()) {
                String name = layout.stored().get(slice.getKey()).name();
                return Optional.of("field \"" + name + "\": " + problem.get());
            }
        }
        return Optional.empty();
    }

    private Column column(int place) {
        ArrowSlice slice = slices.get(place);
        ColumnDefinition definition = layout.stored().get(place);
        if (slice != null) {
            return slice.toColumn();
        }
        if (!layout.readsMetadata(place)) {
            return Column.absent(definition.type(), records);
        }
        ColumnBuilder builder = ColumnBuilder.of(definition.type(), records);
        for (int row = 0; row < records; row++) {
            file.append(builder, definition);
        }
        return builder.build();
    }
}
