package io.leat.engine.statement;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts values that come from Java to the class that a column's type asks for, when nothing is lost. */
public final class ParameterValues {

    private ParameterValues() {}

    /**
     * Adds a value to a column.
     *
     * @throws LeatException TYPE_MISMATCH or NOT_NULL naming the column; nothing is added then
     */
    public static void append(ColumnBuilder builder, DataType type, String column, Object value) {
        if (value == null && !type.nullable()) {
            throw LeatException.of(ErrorCode.NOT_NULL, "column \"" + column + "\" cannot be NULL");
        }
        JavaValues.append(builder, type, convert(type, column, value));
    }

    /** The value in the class that the type asks for, null for null. */
    static Object convert(DataType type, String column, Object value) {
        if (value == null) {
            return null;
        }
        try {
            Object converted = type.kind().isNumeric() ? number(type, value) : other(type, column, value);
            if (converted != null) {
                return converted;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw misfit(ErrorCode.NUMERIC_OUT_OF_RANGE, type, column, value.toString());
        }
        throw LeatException.of(
                ErrorCode.TYPE_MISMATCH,
                "column \"" + column + "\" is " + type + ", and a "
                        + value.getClass().getSimpleName() + " was given");
    }

    private static Object number(DataType type, Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        if (type.kind().isApproximate()) {
            return type.kind() == TypeKind.REAL ? (Object) number.floatValue() : (Object) number.doubleValue();
        }
        BigDecimal exact = exact(number);
        return switch (type.kind()) {
            case TINYINT -> exact.byteValueExact();
            case SMALLINT -> exact.shortValueExact();
            case INTEGER -> exact.intValueExact();
            case BIGINT -> exact.longValueExact();
            default -> decimal(type, exact);
        };
    }

    private static BigDecimal decimal(DataType type, BigDecimal exact) {
        BigDecimal scaled = exact.setScale(type.scale(), RoundingMode.UNNECESSARY);
        if (scaled.precision() > type.precision()) {
            throw new ArithmeticException("too many digits");
        }
        return scaled;
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        boolean approximate = number instanceof Double || number instanceof Float;
        return approximate ? new BigDecimal(number.toString()) : BigDecimal.valueOf(number.longValue());
    }

    private static Object other(DataType type, String column, Object value) {
        return switch (type.kind()) {
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case CHAR, VARCHAR -> text(type, column, value);
            case BINARY, VARBINARY -> bytes(type, column, value);
            case DATE -> date(value);
            case TIME -> time(value);
            case TIMESTAMP -> timestamp(value);
            case TIMESTAMP_LTZ -> instant(value);
            case INTERVAL_MONTHS -> value instanceof Period ? value : null;
            case INTERVAL_MILLIS -> value instanceof Duration ? value : null;
            case ARRAY -> value instanceof List<?> list ? elements(type, column, list) : null;
            case ROW -> value instanceof List<?> list ? fields(type, column, list) : null;
            case MAP -> value instanceof Map<?, ?> map ? entries(type, column, map) : null;
            default -> value;
        };
    }

    private static Object text(DataType type, String column, Object value) {
        if (!(value instanceof CharSequence || value instanceof Character)) {
            return null;
        }
        String text = value.toString();
        int length = text.codePointCount(0, text.length());
        if (length > type.precision()) {
            throw misfit(ErrorCode.DATA, type, column, "a text of " + length + " characters");
        }
        return type.kind() == TypeKind.CHAR ? text + " ".repeat(type.precision() - length) : text;
    }

    private static Object bytes(DataType type, String column, Object value) {
        if (value instanceof byte[] bytes && bytes.length > type.precision()) {
            throw misfit(ErrorCode.DATA, type, column, "a value of " + bytes.length + " bytes");
        }
        return value instanceof byte[] ? value : null;
    }

    private static LeatException misfit(ErrorCode code, DataType type, String column, String what) {
        return LeatException.of(code, "column \"" + column + "\" is " + type + ", and " + what + " does not fit");
    }

    private static List<Object> elements(DataType type, String column, List<?> values) {
        List<Object> converted = new ArrayList<>();
        values.forEach(value -> converted.add(convert(type.element(), column, value)));
        return converted;
    }

    private static List<Object> fields(DataType type, String column, List<?> values) {
        List<Field> fields = type.children();
        if (values.size() != fields.size()) {
            throw misfit(ErrorCode.TYPE_MISMATCH, type, column, "a row of " + values.size() + " values");
        }
        List<Object> converted = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            converted.add(
                    convert(fields.get(i).type(), column + "." + fields.get(i).name(), values.get(i)));
        }
        return converted;
    }

    private static Map<Object, Object> entries(DataType type, String column, Map<?, ?> values) {
        Map<Object, Object> converted = new LinkedHashMap<>();
        values.forEach((key, value) -> converted.put(
                convert(type.children().get(0).type(), column, key),
                convert(type.children().get(1).type(), column, value)));
        return converted;
    }

    private static Object date(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : value instanceof LocalDate ? value : null;
    }

    private static Object time(Object value) {
        return value instanceof java.sql.Time time ? time.toLocalTime() : value instanceof LocalTime ? value : null;
    }

    private static Object timestamp(Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime();
        }
        return value instanceof LocalDateTime ? value : null;
    }

    private static Object instant(Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        return value instanceof Instant ? value : null;
    }
}
