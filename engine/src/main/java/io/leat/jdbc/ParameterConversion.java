package io.leat.jdbc;

import io.leat.core.error.ErrorCode;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the values that {@code setObject} and its kin are given into values that the engine knows. */
final class ParameterConversion {
    private static final List<Class<?>> KNOWN = List.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            String.class,
            byte[].class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            Instant.class,
            java.time.Period.class,
            java.time.Duration.class,
            List.class,
            Map.class);

    private ParameterConversion() {}

    /**
     * The engine's value of an object.
     *
     * @param wanted the type that the parameter's place asks for, if it is known
     */
    static Object of(int parameter, Object value, Optional<DataType> wanted) throws SQLException {
        if (value == null || KNOWN.stream().anyMatch(known -> known.isInstance(value))) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        Object time = time(value, wanted);
        Object converted = time == null ? nested(parameter, value) : time;
        if (converted == null) {
            throw SqlErrors.of(
                    ErrorCode.INVALID_PARAMETER,
                    "the value of parameter " + parameter + " is of a kind that no SQL type has",
                    "Give a number, text, boolean, bytes, array or a date or time of java.time or java.sql.");
        }
        return converted;
    }

    private static Object time(Object value, Optional<DataType> wanted) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Time time) {
            return Instant.ofEpochMilli(time.getTime())
                    .atZone(ZoneId.systemDefault())
                    .toLocalTime();
        }
        if (value instanceof Calendar calendar) {
            return timestamp(Timestamp.from(calendar.toInstant()), null, wanted);
        }
        return value instanceof java.util.Date date
                ? timestamp(date instanceof Timestamp stamp ? stamp : new Timestamp(date.getTime()), null, wanted)
                : null;
    }

    private static Object nested(int parameter, Object value) throws SQLException {
        if (value instanceof LeatArray array) {
            return array.values();
        }
        if (value instanceof LeatStruct struct) {
            return struct.values();
        }
        Object[] objects = value instanceof Array array && array.getArray() instanceof Object[] elements
                ? elements
                : value instanceof Struct struct ? struct.getAttributes() : value instanceof Object[] all ? all : null;
        if (objects == null) {
            return null;
        }
        Object[] converted = new Object[objects.length];
        for (int i = 0; i < objects.length; i++) {
            converted[i] = of(parameter, objects[i], Optional.empty());
        }
        return Arrays.asList(converted);
    }

    /** The fields that a timestamp shows in the calendar's zone, or the instant if the place asks for one. */
    static Object timestamp(Timestamp value, Calendar calendar, Optional<DataType> wanted) {
        if (wanted.filter(type -> type.kind() == TypeKind.TIMESTAMP_LTZ).isPresent()) {
            return value.toInstant();
        }
        return calendar == null ? value.toLocalDateTime() : LocalDateTime.ofInstant(value.toInstant(), zone(calendar));
    }

    static LocalDate date(java.sql.Date value, Calendar calendar) {
        return Instant.ofEpochMilli(value.getTime()).atZone(zone(calendar)).toLocalDate();
    }

    static LocalTime time(Time value, Calendar calendar) {
        return Instant.ofEpochMilli(value.getTime()).atZone(zone(calendar)).toLocalTime();
    }

    private static ZoneId zone(Calendar calendar) {
        return calendar.getTimeZone().toZoneId();
    }

    /** A value converted to the class of one of the {@link Types}. */
    static Object to(int parameter, Object value, int type, int scale) throws SQLException {
        Origin origin = new Origin("parameter " + parameter, typeOf(value));
        Class<?> wanted = classOf(type);
        Object converted = wanted == Object.class ? value : ObjectConversion.as(origin, value, wanted);
        boolean decimal = type == Types.DECIMAL || type == Types.NUMERIC;
        return decimal && scale > 0 ? ((BigDecimal) converted).setScale(scale, RoundingMode.HALF_UP) : converted;
    }

    private static DataType typeOf(Object value) {
        if (value instanceof BigDecimal decimal) {
            return DataType.decimal(DataType.DECIMAL_PRECISION_MAX, Math.max(0, decimal.scale()));
        }
        if (value instanceof byte[]) {
            return DataType.BYTES;
        }
        if (value instanceof LocalTime) {
            return new DataType(TypeKind.TIME, DataType.TIMESTAMP.precision(), 0, true, List.of());
        }
        if (value instanceof LocalDateTime) {
            return DataType.TIMESTAMP;
        }
        return value instanceof Instant ? DataType.TIMESTAMP_LTZ : DataType.STRING;
    }

    private static Class<?> classOf(int type) throws SQLException {
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> Boolean.class;
            case Types.TINYINT -> Byte.class;
            case Types.SMALLINT -> Short.class;
            case Types.INTEGER -> Integer.class;
            case Types.BIGINT -> Long.class;
            case Types.REAL -> Float.class;
            case Types.FLOAT, Types.DOUBLE -> Double.class;
            case Types.DECIMAL, Types.NUMERIC -> BigDecimal.class;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR ->
                String.class;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> byte[].class;
            case Types.DATE -> LocalDate.class;
            case Types.TIME -> LocalTime.class;
            case Types.TIMESTAMP -> LocalDateTime.class;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Instant.class;
            case Types.ARRAY, Types.STRUCT, Types.OTHER, Types.JAVA_OBJECT, Types.NULL -> Object.class;
            default -> throw SqlErrors.unsupported("the type " + type + " of java.sql.Types for a parameter");
        };
    }
}
