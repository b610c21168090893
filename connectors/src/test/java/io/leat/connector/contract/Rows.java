package io.leat.connector.contract;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;

/** Rows as lists of Java values that can be compared: binary values as hexadecimal text. */
public final class Rows {

    private Rows() {}

    /** All rows of a chunk. */
    public static List<List<Object>> of(List<DataType> types, Chunk chunk) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < chunk.size(); row++) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                values.add(comparable(JavaValues.get(types.get(i), chunk.column(i), row)));
            }
            rows.add(values);
        }
        return rows;
    }

    /** A chunk of rows given as Java values, all with weight +1. */
    public static Chunk chunk(List<DataType> types, List<List<Object>> rows) {
        ChunkBuilder builder = new ChunkBuilder(types, rows.size());
        for (List<Object> row : rows) {
            for (int i = 0; i < types.size(); i++) {
                JavaValues.append(builder.column(i), types.get(i), row.get(i));
            }
            builder.endRow(1);
        }
        return builder.build();
    }

    /** The builders of a chunk as an array. */
    public static ColumnBuilder[] columns(ChunkBuilder builder, int count) {
        ColumnBuilder[] columns = new ColumnBuilder[count];
        for (int i = 0; i < count; i++) {
            columns[i] = builder.column(i);
        }
        return columns;
    }

    private static Object comparable(Object value) {
        return value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value;
    }
}
