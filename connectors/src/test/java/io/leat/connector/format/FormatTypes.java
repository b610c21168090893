package io.leat.connector.format;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.util.ArrayList;
import java.util.List;

/** Columns of all types, for tests. */
public final class FormatTypes {

    private FormatTypes() {}

    /** Those that are no ARRAY, MAP or ROW. */
    public static List<Field> scalars() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("flag", DataType.BOOLEAN));
        fields.add(new Field("tiny", DataType.of(TypeKind.TINYINT)));
        fields.add(new Field("small", DataType.of(TypeKind.SMALLINT)));
        fields.add(new Field("number", DataType.INTEGER));
        fields.add(new Field("big", DataType.BIGINT.withNullable(false)));
        fields.add(new Field("single", DataType.of(TypeKind.REAL)));
        fields.add(new Field("twice", DataType.DOUBLE));
        fields.add(new Field("price", DataType.decimal(18, 4)));
        fields.add(new Field("wide", DataType.decimal(38, 10)));
        fields.add(new Field("short", DataType.sized(TypeKind.VARCHAR, 10)));
        fields.add(new Field("text", DataType.STRING));
        fields.add(new Field("data", DataType.BYTES));
        fields.add(new Field("day", DataType.DATE));
        fields.add(new Field("clock", DataType.of(TypeKind.TIME)));
        fields.add(new Field("ts", DataType.TIMESTAMP));
        fields.add(new Field("ltz", DataType.TIMESTAMP_LTZ));
        fields.add(new Field("months", DataType.of(TypeKind.INTERVAL_MONTHS)));
        fields.add(new Field("millis", DataType.of(TypeKind.INTERVAL_MILLIS)));
        return fields;
    }

    /** All of them. */
    public static List<Field> all() {
        List<Field> fields = scalars();
        DataType row = DataType.row(List.of(new Field("a", DataType.INTEGER), new Field("b", DataType.STRING)));
        fields.add(new Field("list", DataType.array(DataType.decimal(20, 2))));
        fields.add(new Field("row", row));
        fields.add(new Field("rows", DataType.array(row)));
        fields.add(new Field("map", DataType.map(DataType.STRING, DataType.TIMESTAMP)));
        return fields;
    }
}
