package io.leat.jdbc;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.Schema;
import io.leat.engine.ChunkCursor;
import java.util.List;

/** Result sets that no statement gave: those of the metadata, and those of arrays. */
final class MemoryRows {

    private MemoryRows() {}

    /** A result set over rows of Java values. */
    static LeatResultSet resultSet(Schema schema, List<List<Object>> rows) {
        ChunkBuilder builder = new ChunkBuilder(schema.types(), Math.max(1, rows.size()));
        for (List<Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                JavaValues.append(builder.column(i), schema.type(i), row.get(i));
            }
            builder.endRow(1);
        }
        List<Chunk> chunks = rows.isEmpty() ? List.of() : List.of(builder.build());
        return new LeatResultSet(null, new ChunkCursor(schema, chunks), ResultSetBounds.NONE);
    }
}
