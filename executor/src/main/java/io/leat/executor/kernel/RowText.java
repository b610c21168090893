package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.Schema;
import java.util.StringJoiner;

/** A row as people read it, where the row itself cannot be kept: {@code {id: 7, name: 'x'}}. */
public final class RowText {
    private static final int VALUE_CHARACTERS_MAX = 1_000;

    private RowText() {}

    /** The text of a row; columns that were not read are NULL, long values are cut. */
    public static String of(Schema schema, Chunk chunk, int row) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < schema.size(); i++) {
            if (!schema.name(i).startsWith("$")) {
                text.add(schema.name(i) + ": " + value(schema, chunk, row, i));
            }
        }
        return text.toString();
    }

    private static String value(Schema schema, Chunk chunk, int row, int column) {
        if (chunk.column(column).isNull(row)) {
            return "NULL";
        }
        String value = String.valueOf(JavaValues.get(schema.type(column), chunk.column(column), row));
        String shown = value.length() > VALUE_CHARACTERS_MAX ? value.substring(0, VALUE_CHARACTERS_MAX) + "..." : value;
        return schema.type(column).kind().isText() ? "'" + shown.replace("'", "''") + "'" : shown;
    }
}
