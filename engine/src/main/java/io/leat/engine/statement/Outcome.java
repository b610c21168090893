package io.leat.engine.statement;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.ChunkCursor;
import io.leat.engine.Cursor;
import io.leat.engine.Result.Kind;
import java.util.List;

/**
 * What a statement gave, before it is timed.
 *
 * @param plannedAt what the clock's nanoseconds were when planning had ended
 */
record Outcome(Kind kind, Cursor cursor, long count, String message, long plannedAt) {

    static Outcome done(String message, long plannedAt) {
        return new Outcome(Kind.DONE, ChunkCursor.empty(), 0, message, plannedAt);
    }

    static Outcome count(long count, String message, long plannedAt) {
        return new Outcome(Kind.COUNT, ChunkCursor.empty(), count, message, plannedAt);
    }

    static Outcome rows(Schema schema, List<Chunk> chunks, long plannedAt) {
        return new Outcome(Kind.ROWS, new ChunkCursor(schema, chunks), 0, "", plannedAt);
    }

    /** Rows of Java values. */
    static Outcome values(Schema schema, List<List<Object>> rows, long plannedAt) {
        ChunkBuilder builder = new ChunkBuilder(schema.types(), Math.max(1, rows.size()));
        for (List<Object> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                JavaValues.append(builder.column(i), schema.type(i), row.get(i));
            }
            builder.endRow(1);
        }
        return rows(schema, rows.isEmpty() ? List.of() : List.of(builder.build()), plannedAt);
    }

    /** Lines of text as rows of one column. */
    static Outcome lines(String column, List<String> lines, long plannedAt) {
        return values(
                texts(column), lines.stream().map(line -> List.<Object>of(line)).toList(), plannedAt);
    }

    /** A schema of text columns. */
    static Schema texts(String... names) {
        return new Schema(java.util.Arrays.stream(names)
                .map(name -> new Field(name, DataType.STRING))
                .toList());
    }
}
