package io.leat.core.batch;

import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Values at the edges as Java objects: BOOLEAN Boolean, TINYINT Byte, SMALLINT Short, INT Integer, BIGINT Long, REAL
 * Float, DOUBLE Double, DECIMAL BigDecimal, text String, binary byte[], DATE LocalDate, TIME LocalTime, TIMESTAMP
 * LocalDateTime, TIMESTAMP_LTZ Instant, intervals Period (months) and Duration, ARRAY and ROW List, MAP Map, NULL null.
 */
public final class JavaValues {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private JavaValues() {}

    /** The value of a row as a Java object. */
    public static Object get(DataType type, Column column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        return switch (type.layout()) {
            case LONG -> fromLong(type, ((LongColumn) column).values()[row]);
            case DOUBLE -> fromDouble(type, ((DoubleColumn) column).values()[row]);
            case BYTES -> fromBytes(type, (BytesColumn) column, row);
            case OBJECT -> ((ObjectColumn) column).values()[row];
        };
    }

    /** Adds a Java object, which must be of the class that the type asks for, to a column. */
    public static void append(ColumnBuilder builder, DataType type, Object value) {
        if (value == null) {
            builder.appendNull();
            return;
        }
        switch (type.layout()) {
            case LONG -> builder.appendLong(toLong(type, value));
            case DOUBLE -> builder.appendDouble(((Number) value).doubleValue());
            case BYTES -> appendBytes(builder, type, value);
            case OBJECT -> builder.appendObject(value);
        }
    }

    /** A Java object from the {@code long} that stands for it in a {@link LongColumn} of the type. */
    public static Object fromLong(DataType type, long value) {
        return switch (type.kind()) {
            case BOOLEAN -> value != 0;
            case TINYINT -> (byte) value;
            case SMALLINT -> (short) value;
            case INTEGER -> (int) value;
            case DECIMAL -> BigDecimal.valueOf(value, type.scale());
            case DATE -> LocalDate.ofEpochDay(value);
            case TIME -> LocalTime.ofNanoOfDay(value * NANOS_PER_MILLI);
            case TIMESTAMP -> LocalDateTime.ofInstant(Instant.ofEpochMilli(value), ZoneOffset.UTC);
            case TIMESTAMP_LTZ -> Instant.ofEpochMilli(value);
            case INTERVAL_MONTHS -> Period.ofMonths((int) value).normalized();
            case INTERVAL_MILLIS -> Duration.ofMillis(value);
            default -> value;
        };
    }

    /** The {@code long} that stands for a Java object in a {@link LongColumn} of the type. */
    public static long toLong(DataType type, Object value) {
        return switch (type.kind()) {
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case DECIMAL -> scaled((BigDecimal) value, type.scale());
            case DATE -> ((LocalDate) value).toEpochDay();
            case TIME -> ((LocalTime) value).toNanoOfDay() / NANOS_PER_MILLI;
            case TIMESTAMP -> ((LocalDateTime) value).toInstant(ZoneOffset.UTC).toEpochMilli();
            case TIMESTAMP_LTZ -> ((Instant) value).toEpochMilli();
            case INTERVAL_MONTHS -> ((Period) value).toTotalMonths();
            case INTERVAL_MILLIS -> ((Duration) value).toMillis();
            default -> ((Number) value).longValue();
        };
    }

    private static long scaled(BigDecimal value, int scale) {
        return value.setScale(scale, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    private static Object fromDouble(DataType type, double value) {
        return switch (type.kind()) {
            case REAL -> (Object) (float) value;
            default -> (Object) value;
        };
    }

    private static Object fromBytes(DataType type, BytesColumn column, int row) {
        if (type.kind().isText()) {
            return column.text(row);
        }
        int from = column.start(row);
        return Arrays.copyOfRange(column.origin().bytes(), from, from + column.length(row));
    }

    private static void appendBytes(ColumnBuilder builder, DataType type, Object value) {
        if (type.kind().isText()) {
            builder.appendText((String) value);
        } else {
            byte[] bytes = (byte[]) value;
            builder.appendBytes(bytes, 0, bytes.length);
        }
    }
}
