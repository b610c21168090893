package io.leat.jdbc;

import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Map;

/**
 * What JDBC calls a SQL type.
 *
 * @param code the number in {@link Types}
 * @param javaClass the class of {@code getObject}
 */
record JdbcType(int code, Class<?> javaClass) {
    private static final int DECIMAL_POINT_AND_SIGN = 2;

    static JdbcType of(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> new JdbcType(Types.BOOLEAN, Boolean.class);
            case TINYINT -> new JdbcType(Types.TINYINT, Integer.class);
            case SMALLINT -> new JdbcType(Types.SMALLINT, Integer.class);
            case INTEGER -> new JdbcType(Types.INTEGER, Integer.class);
            case BIGINT -> new JdbcType(Types.BIGINT, Long.class);
            case REAL -> new JdbcType(Types.REAL, Float.class);
            case DOUBLE -> new JdbcType(Types.DOUBLE, Double.class);
            case DECIMAL -> new JdbcType(Types.DECIMAL, BigDecimal.class);
            case CHAR -> new JdbcType(Types.CHAR, String.class);
            case VARCHAR -> new JdbcType(Types.VARCHAR, String.class);
            case BINARY -> new JdbcType(Types.BINARY, byte[].class);
            case VARBINARY -> new JdbcType(Types.VARBINARY, byte[].class);
            default -> ofOther(type);
        };
    }

    private static JdbcType ofOther(DataType type) {
        return switch (type.kind()) {
            case DATE -> new JdbcType(Types.DATE, Date.class);
            case TIME -> new JdbcType(Types.TIME, Time.class);
            case TIMESTAMP -> new JdbcType(Types.TIMESTAMP, Timestamp.class);
            case TIMESTAMP_LTZ -> new JdbcType(Types.TIMESTAMP_WITH_TIMEZONE, OffsetDateTime.class);
            case INTERVAL_MONTHS -> new JdbcType(Types.OTHER, Period.class);
            case INTERVAL_MILLIS -> new JdbcType(Types.OTHER, Duration.class);
            case ARRAY -> new JdbcType(Types.ARRAY, Array.class);
            case MAP -> new JdbcType(Types.JAVA_OBJECT, Map.class);
            case ROW -> new JdbcType(Types.STRUCT, Struct.class);
            default -> new JdbcType(Types.NULL, Object.class);
        };
    }

    /** The type's name without length, precision and NOT NULL; nested types with their members. */
    static String name(DataType type) {
        boolean nested = !type.children().isEmpty();
        boolean unbounded = type.precision() == DataType.UNBOUNDED;
        boolean interval = type.kind() == TypeKind.INTERVAL_MONTHS || type.kind() == TypeKind.INTERVAL_MILLIS;
        boolean plain = !nested && !unbounded && !interval;
        String text = type.withNullable(true).toString();
        int parenthesis = text.indexOf('(');
        return plain && parenthesis > 0 ? text.substring(0, parenthesis) : text;
    }

    /** Digits of a number, characters of a text, bytes of a binary, characters of a time written out; 0 if none applies. */
    static int precision(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> 1;
            case TINYINT -> 3;
            case SMALLINT -> 5;
            case INTEGER -> 10;
            case BIGINT -> 19;
            case REAL -> 7;
            case DOUBLE -> 15;
            case DECIMAL, CHAR, VARCHAR, BINARY, VARBINARY -> type.precision();
            case DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ -> displaySize(type);
            default -> 0;
        };
    }

    /** Digits after the point, of a number or of a second. */
    static int scale(DataType type) {
        boolean time = type.kind() == TypeKind.TIME || type.kind().isTimestamp();
        return time ? type.precision() : type.scale();
    }

    /** The most characters that a value has as text. */
    static int displaySize(DataType type) {
        int fraction = type.precision() > 0 ? type.precision() + 1 : 0;
        return switch (type.kind()) {
            case BOOLEAN -> "false".length();
            case TINYINT, SMALLINT, INTEGER, BIGINT -> precision(type) + 1;
            case REAL -> 14;
            case DOUBLE -> 24;
            case DECIMAL -> type.precision() + DECIMAL_POINT_AND_SIGN;
            case CHAR, VARCHAR -> type.precision();
            case BINARY, VARBINARY -> (int) Math.min(Integer.MAX_VALUE, 2L * type.precision());
            case DATE -> "2000-01-01".length();
            case TIME -> "00:00:00".length() + fraction;
            case TIMESTAMP, TIMESTAMP_LTZ -> "2000-01-01 00:00:00".length() + fraction;
            default -> Integer.MAX_VALUE;
        };
    }
}
