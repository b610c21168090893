package io.leat.connector.file;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of PARTITIONED BY, whose values are names of directories: {@code dt=2026-01-31/hm=10%2F15}.
 *
 * @param columns their definitions, in the order of the table
 * @param places their places among the written columns
 * @param record the places of all other written columns
 */
record PartitionColumns(List<ColumnDefinition> columns, List<Integer> places, List<Integer> record) {
    /** The directory of rows with NULL, as Flink names it. */
    private static final String OF_NULL = "__DEFAULT_PARTITION__";

    private static final String SPECIAL = "/\\=%\"*?<>|#{}[]";

    static PartitionColumns of(List<ColumnDefinition> written) {
        List<ColumnDefinition> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Integer> record = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i).isPartition()) {
                columns.add(written.get(i));
                places.add(i);
            } else {
                record.add(i);
            }
        }
        return new PartitionColumns(columns, places, record);
    }

    /** Checks that a column has a type that a name of a directory can hold. */
    static void check(ColumnDefinition column) {
        TypeKind kind = column.type().kind();
        boolean fits = kind.isText() || kind.isInteger() || kind == TypeKind.DATE || kind == TypeKind.BOOLEAN;
        if (!fits) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "column \"" + column.name() + "\" of PARTITIONED BY is "
                                    + column.type().withNullable(true))
                    .hint("It is STRING, an integer, DATE or BOOLEAN; DATE_FORMAT makes texts of times.");
        }
    }

    /** The directory of a row, with slashes. */
    String directory(Chunk chunk, int row) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
            ColumnDefinition column = columns.get(i);
            Object value = JavaValues.get(column.type(), chunk.column(places.get(i)), row);
            path.append(i == 0 ? "" : "/").append(escaped(column.name())).append('=');
            path.append(value == null ? OF_NULL : escaped(value.toString()));
        }
        return path.toString();
    }

    /** Whether two rows of a chunk surely lie in one directory. */
    boolean areAlike(Chunk chunk, int row, int other) {
        for (int place : places) {
            Column column = chunk.column(place);
            if (!column.isSame(row, column, other)) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = value > ' ' && value < 127 && SPECIAL.indexOf(value) < 0;
            escaped.append(plain ? String.valueOf((char) value) : String.format("%%%02X", value));
        }
        return escaped.toString();
    }

    /** Appends the value that the path of a file says for a column; NULL if it says none. */
    static void append(String path, ColumnDefinition column, ColumnBuilder builder) {
        String start = escaped(column.name()) + "=";
        String found = null;
        for (String directory : path.replace('\\', '/').split("/")) {
            found = directory.regionMatches(true, 0, start, 0, start.length())
                    ? directory.substring(start.length())
                    : found;
        }
        if (found == null || found.equals(OF_NULL)) {
            builder.appendNull();
        } else {
            append(unescaped(found), column.type(), builder);
        }
    }

    private static String unescaped(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static void append(String text, DataType type, ColumnBuilder builder) {
        try {
            Object value = switch (type.kind()) {
                case DATE -> LocalDate.parse(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case TINYINT, SMALLINT, INTEGER, BIGINT -> new BigInteger(text).longValueExact();
                default -> text;
            };
            if (value instanceof Long number) {
                builder.appendLong(number);
            } else {
                JavaValues.append(builder, type, value);
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw LeatException.of(
                    ErrorCode.DATA, "the directory \"" + text + "\" is no " + type.withNullable(true), e);
        }
    }
}
