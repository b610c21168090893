package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.LongColumn;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How the values of a type become arguments of a parameter's class.
 *
 * @param reader reads a value that is not NULL
 * @param primitive whether the parameter cannot take NULL
 */
record InvokeArgument(Reader reader, boolean primitive) {

    /** Reads the value of a row, which is not NULL, as the parameter wants it. */
    @FunctionalInterface
    interface Reader {
        Object read(Column column, int row);
    }

    static InvokeArgument of(DataType type, Class<?> parameter) {
        Reader reader = parameter == Object.class || parameter == Comparable.class ? box(type) : exact(type, parameter);
        if (reader == null) {
            throw LeatException.unsupported(
                    "passing " + type.withNullable(true) + " to a parameter of type " + parameter.getSimpleName(),
                    "Declare the parameter with a type that fits.");
        }
        return new InvokeArgument(reader, parameter.isPrimitive());
    }

    private static Reader exact(DataType type, Class<?> parameter) {
        if (parameter.getName().startsWith("java.time.")) {
            return (column, row) -> JavaValues.get(type, column, row);
        }
        return switch (type.kind()) {
            case BOOLEAN -> parameter == boolean.class || parameter == Boolean.class ? box(type) : fromLong(parameter);
            case DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ, INTERVAL_MONTHS, INTERVAL_MILLIS, NULL -> fromLong(parameter);
            case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> number(type, parameter);
            case CHAR, VARCHAR -> parameter.isAssignableFrom(String.class) ? box(type) : null;
            case BINARY, VARBINARY -> parameter == byte[].class ? box(type) : null;
            case ARRAY, ROW -> parameter.isAssignableFrom(List.class) ? box(type) : null;
            case MAP -> parameter.isAssignableFrom(Map.class) ? box(type) : null;
        };
    }

    /** The value's own box: times as numbers, like the methods that work on them expect. */
    private static Reader box(DataType type) {
        return switch (type.kind()) {
            case DATE, TIME, INTERVAL_MONTHS -> (column, row) -> (int) longAt(column, row);
            case TIMESTAMP, TIMESTAMP_LTZ, INTERVAL_MILLIS, NULL -> InvokeArgument::longAt;
            default -> (column, row) -> JavaValues.get(type, column, row);
        };
    }

    private static long longAt(Column column, int row) {
        return ((LongColumn) column).values()[row];
    }

    private static Reader fromLong(Class<?> parameter) {
        return switch (parameter.getName()) {
            case "int", "java.lang.Integer" -> (column, row) -> (int) longAt(column, row);
            case "long", "java.lang.Long", "java.lang.Number" -> InvokeArgument::longAt;
            case "short", "java.lang.Short" -> (column, row) -> (short) longAt(column, row);
            case "byte", "java.lang.Byte" -> (column, row) -> (byte) longAt(column, row);
            case "boolean", "java.lang.Boolean" -> (column, row) -> longAt(column, row) != 0;
            default -> null;
        };
    }

    private static Reader number(DataType type, Class<?> parameter) {
        return switch (parameter.getName()) {
            case "double", "java.lang.Double" -> (column, row) -> doubleAt(type, column, row);
            case "float", "java.lang.Float" -> (column, row) -> (float) doubleAt(type, column, row);
            case "java.math.BigDecimal" ->
                type.kind().isApproximate()
                        ? (column, row) -> BigDecimal.valueOf(doubleAt(type, column, row))
                        : (column, row) -> Decimals.at(column, type, row);
            case "java.lang.Number" -> box(type);
            default -> type.kind().isInteger() ? fromLong(parameter) : null;
        };
    }

    private static double doubleAt(DataType type, Column column, int row) {
        if (column instanceof DoubleColumn doubles) {
            return doubles.values()[row];
        }
        return type.kind() == TypeKind.DECIMAL
                ? Decimals.at(column, type, row).doubleValue()
                : (double) longAt(column, row);
    }
}
