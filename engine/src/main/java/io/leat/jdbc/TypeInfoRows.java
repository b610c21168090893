package io.leat.jdbc;

import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The types that a column may have, as {@code getTypeInfo} lists them: by their number. */
final class TypeInfoRows {
    private static final int RADIX = 10;
    private static final int MILLIS_DIGITS = 3;
    private static final List<DataType> TYPES = List.of(
            DataType.of(TypeKind.BOOLEAN),
            DataType.of(TypeKind.TINYINT),
            DataType.of(TypeKind.SMALLINT),
            DataType.INTEGER,
            DataType.BIGINT,
            DataType.of(TypeKind.REAL),
            DataType.DOUBLE,
            DataType.decimal(DataType.DECIMAL_PRECISION_MAX, 0),
            DataType.sized(TypeKind.CHAR, DataType.UNBOUNDED - 1),
            DataType.STRING,
            DataType.sized(TypeKind.VARCHAR, DataType.UNBOUNDED - 1),
            DataType.sized(TypeKind.BINARY, DataType.UNBOUNDED - 1),
            DataType.BYTES,
            DataType.sized(TypeKind.VARBINARY, DataType.UNBOUNDED - 1),
            DataType.DATE,
            DataType.of(TypeKind.TIME),
            DataType.TIMESTAMP,
            DataType.TIMESTAMP_LTZ);

    private TypeInfoRows() {}

    static List<List<Object>> all() {
        List<List<Object>> rows = new ArrayList<>();
        TYPES.forEach(type -> rows.add(row(type)));
        rows.sort(Comparator.comparing(row -> (Integer) row.get(1)));
        return rows;
    }

    private static List<Object> row(DataType type) {
        boolean numeric = type.kind().isNumeric();
        boolean decimal = type.kind() == TypeKind.DECIMAL;
        boolean timestamp = type.kind().isTimestamp();
        return Arrays.asList(
                JdbcType.name(type),
                JdbcType.of(type).code(),
                JdbcType.precision(type),
                prefix(type),
                numeric || type.kind() == TypeKind.BOOLEAN ? null : "'",
                parameters(type),
                DatabaseMetaData.typeNullable,
                type.kind().isText(),
                DatabaseMetaData.typeSearchable,
                !numeric,
                decimal,
                false,
                null,
                0,
                decimal ? DataType.DECIMAL_PRECISION_MAX : timestamp ? MILLIS_DIGITS : 0,
                null,
                null,
                numeric ? RADIX : null);
    }

    private static String prefix(DataType type) {
        return switch (type.kind()) {
            case CHAR, VARCHAR -> "'";
            case BINARY, VARBINARY -> "X'";
            case DATE -> "DATE '";
            case TIME -> "TIME '";
            case TIMESTAMP, TIMESTAMP_LTZ -> "TIMESTAMP '";
            default -> null;
        };
    }

    private static String parameters(DataType type) {
        boolean unbounded = type.precision() == DataType.UNBOUNDED;
        if (type.kind() == TypeKind.DECIMAL) {
            return "precision, scale";
        }
        if (type.kind().isTimestamp()) {
            return "precision";
        }
        return (type.kind().isText() || type.kind().isBinary()) && !unbounded ? "length" : null;
    }
}
