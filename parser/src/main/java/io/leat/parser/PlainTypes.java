package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.error.Suggestions;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types that are one word and perhaps a size, under all their names. */
final class PlainTypes {
    private static final int DECIMAL_PRECISION = 10;
    private static final int MILLISECONDS = 3;
    private static final List<String> NAMES = List.of(
            "ARRAY",
            "BIGINT",
            "BINARY",
            "BOOLEAN",
            "BYTES",
            "CHAR",
            "DATE",
            "DECIMAL",
            "DOUBLE",
            "FLOAT",
            "INT",
            "INTERVAL",
            "MAP",
            "REAL",
            "ROW",
            "SMALLINT",
            "STRING",
            "TIME",
            "TIMESTAMP",
            "TIMESTAMP_LTZ",
            "TINYINT",
            "VARBINARY",
            "VARCHAR");

    private PlainTypes() {}

    /** The type of a name, if there is one; sizes as written, at most two. */
    static Optional<DataType> of(String name, int[] sizes, Span span) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (upper) {
                    case "BOOLEAN" -> unsized(upper, DataType.BOOLEAN, sizes, span);
                    case "TINYINT" -> unsized(upper, DataType.of(TypeKind.TINYINT), sizes, span);
                    case "SMALLINT" -> unsized(upper, DataType.of(TypeKind.SMALLINT), sizes, span);
                    case "INT", "INTEGER" -> unsized(upper, DataType.INTEGER, sizes, span);
                    case "BIGINT" -> unsized(upper, DataType.BIGINT, sizes, span);
                    case "FLOAT", "REAL" -> unsized(upper, DataType.of(TypeKind.REAL), sizes, span);
                    case "DATE" -> unsized(upper, DataType.DATE, sizes, span);
                    case "STRING" -> unsized(upper, DataType.STRING, sizes, span);
                    case "BYTES" -> unsized(upper, DataType.BYTES, sizes, span);
                    case "DECIMAL", "DEC", "NUMERIC" -> decimal(sizes, span);
                    case "CHAR", "CHARACTER" -> sized(TypeKind.CHAR, sizes, 1, span);
                    case "VARCHAR", "CHAR VARYING", "CHARACTER VARYING" ->
                        sized(TypeKind.VARCHAR, sizes, DataType.UNBOUNDED, span);
                    case "BINARY" -> sized(TypeKind.BINARY, sizes, 1, span);
                    case "VARBINARY", "BINARY VARYING" -> sized(TypeKind.VARBINARY, sizes, DataType.UNBOUNDED, span);
                    case "TIMESTAMP_LTZ" -> localTimestamp(sizes, span);
                    default -> null;
                });
    }

    /** What to write instead of a type that does not exist. */
    static String suggestion(String name) {
        if (name.equalsIgnoreCase("TEXT") || name.equalsIgnoreCase("CLOB")) {
            return "did you mean \"STRING\"?";
        }
        return Suggestions.nearest(name, NAMES)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("types are " + String.join(", ", NAMES) + ".");
    }

    private static DataType unsized(String name, DataType type, int[] sizes, Span span) {
        return atMost(0, name, sizes, span, type);
    }

    private static DataType sized(TypeKind kind, int[] sizes, int otherwise, Span span) {
        int length = sizes.length == 0 ? otherwise : TypeSizes.length(kind.toString(), sizes[0], span);
        return atMost(1, kind.toString(), sizes, span, DataType.sized(kind, length));
    }

    private static DataType localTimestamp(int[] sizes, Span span) {
        int precision = sizes.length == 0 ? MILLISECONDS : TypeSizes.timePrecision("TIMESTAMP_LTZ", sizes[0], span);
        DataType type = new DataType(TypeKind.TIMESTAMP_LTZ, precision, 0, true, List.of());
        return atMost(1, "TIMESTAMP_LTZ", sizes, span, type);
    }

    private static DataType decimal(int[] sizes, Span span) {
        int precision = sizes.length == 0 ? DECIMAL_PRECISION : sizes[0];
        int scale = sizes.length < 2 ? 0 : sizes[1];
        if (precision < 1 || precision > DataType.DECIMAL_PRECISION_MAX || scale > precision) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION, "DECIMAL(" + precision + ", " + scale + ") is not possible")
                    .at(span)
                    .hint("precision is from 1 to " + DataType.DECIMAL_PRECISION_MAX
                            + ", scale from 0 to the precision.");
        }
        return DataType.decimal(precision, scale);
    }

    private static DataType atMost(int count, String name, int[] sizes, Span span, DataType type) {
        if (sizes.length > count) {
            String takes = count == 0 ? "no size" : "one size";
            throw LeatException.of(ErrorCode.SYNTAX, name + " takes " + takes).at(span);
        }
        return type;
    }
}
