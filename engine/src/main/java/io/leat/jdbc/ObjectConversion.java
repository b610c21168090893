package io.leat.jdbc;

import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values as objects of a class that is asked for, and as the class that JDBC gives a type. */
final class ObjectConversion {
    private static final int UUID_BYTES = 16;

    private interface Converter {
        Object convert(Origin origin, Object value) throws SQLException;
    }

    private static final Map<Class<?>, Converter> CONVERTERS = Map.ofEntries(
            Map.entry(Object.class, ObjectConversion::standard),
            Map.entry(String.class, (origin, value) -> SqlText.of(origin.type(), value)),
            Map.entry(Boolean.class, NumberConversion::truth),
            Map.entry(Byte.class, (origin, value) -> (byte) whole(origin, value, Byte.MIN_VALUE, Byte.MAX_VALUE)),
            Map.entry(Short.class, (origin, value) -> (short) whole(origin, value, Short.MIN_VALUE, Short.MAX_VALUE)),
            Map.entry(
                    Integer.class, (origin, value) -> (int) whole(origin, value, Integer.MIN_VALUE, Integer.MAX_VALUE)),
            Map.entry(Long.class, (origin, value) -> whole(origin, value, Long.MIN_VALUE, Long.MAX_VALUE)),
            Map.entry(Float.class, (origin, value) -> (float) NumberConversion.floating(origin, value, "a number")),
            Map.entry(Double.class, (origin, value) -> NumberConversion.floating(origin, value, "a number")),
            Map.entry(BigDecimal.class, (origin, value) -> NumberConversion.decimal(origin, value, "a number")),
            Map.entry(
                    java.math.BigInteger.class,
                    (origin, value) ->
                            NumberConversion.decimal(origin, value, "a number").toBigInteger()),
            Map.entry(byte[].class, ObjectConversion::bytes),
            Map.entry(LocalDate.class, (origin, value) -> TimeConversion.date(origin, value, ZoneOffset.UTC)),
            Map.entry(LocalTime.class, (origin, value) -> TimeConversion.time(origin, value, ZoneOffset.UTC)),
            Map.entry(
                    LocalDateTime.class,
                    (origin, value) -> TimeConversion.dateTime(origin, value, ZoneOffset.UTC, "a timestamp")),
            Map.entry(Instant.class, TimeConversion::instant),
            Map.entry(
                    OffsetDateTime.class,
                    (origin, value) -> TimeConversion.instant(origin, value).atOffset(ZoneOffset.UTC)),
            Map.entry(
                    ZonedDateTime.class,
                    (origin, value) -> TimeConversion.instant(origin, value).atZone(ZoneOffset.UTC)),
            Map.entry(Date.class, (origin, value) -> TimeConversion.sqlDate(origin, value, null)),
            Map.entry(Time.class, (origin, value) -> TimeConversion.sqlTime(origin, value, null)),
            Map.entry(Timestamp.class, (origin, value) -> TimeConversion.sqlTimestamp(origin, value, null)),
            Map.entry(java.util.Date.class, (origin, value) -> TimeConversion.sqlTimestamp(origin, value, null)),
            Map.entry(UUID.class, ObjectConversion::uuid),
            Map.entry(Array.class, (origin, value) -> array(origin, value)),
            Map.entry(Struct.class, (origin, value) -> struct(origin, value)));

    private ObjectConversion() {}

    private static long whole(Origin origin, Object value, long least, long most) throws SQLException {
        return NumberConversion.whole(origin, value, least, most, "a whole number of that size");
    }

    /**
     * A value as an object of a class.
     *
     * @param value not null
     */
    static <T> T as(Origin origin, Object value, Class<T> wanted) throws SQLException {
        Converter converter = CONVERTERS.get(wanted);
        if (converter != null) {
            return wanted.cast(converter.convert(origin, value));
        }
        if (wanted.isInstance(value)) {
            return wanted.cast(value);
        }
        throw origin.cannotBe("a " + wanted.getSimpleName());
    }

    /** The object that {@code getObject} gives without a class: of the class that JDBC pairs with the type. */
    static Object standard(Origin origin, Object value) throws SQLException {
        return switch (origin.type().kind()) {
            case TINYINT, SMALLINT -> ((Number) value).intValue();
            case DATE -> TimeConversion.sqlDate(origin, value, null);
            case TIME -> TimeConversion.sqlTime(origin, value, null);
            case TIMESTAMP -> TimeConversion.sqlTimestamp(origin, value, null);
            case TIMESTAMP_LTZ -> ((Instant) value).atOffset(ZoneOffset.UTC);
            case ARRAY -> array(origin, value);
            case ROW -> struct(origin, value);
            default -> value;
        };
    }

    /** Bytes of a binary, or of a text in UTF-8. */
    static byte[] bytes(Origin origin, Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof String text) {
            return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        throw origin.cannotBe("bytes");
    }

    static LeatArray array(Origin origin, Object value) throws SQLException {
        if (origin.type().kind() != TypeKind.ARRAY || !(value instanceof List<?> list)) {
            throw origin.cannotBe("an array");
        }
        return new LeatArray(origin.type().element(), list);
    }

    private static LeatStruct struct(Origin origin, Object value) throws SQLException {
        if (origin.type().kind() != TypeKind.ROW || !(value instanceof List<?> list)) {
            throw origin.cannotBe("a structure");
        }
        return new LeatStruct(origin.type(), list);
    }

    private static UUID uuid(Origin origin, Object value) throws SQLException {
        if (value instanceof byte[] bytes && bytes.length == UUID_BYTES) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        if (!(value instanceof String text)) {
            throw origin.cannotBe("a UUID");
        }
        try {
            return UUID.fromString(text.trim());
        } catch (IllegalArgumentException e) {
            throw origin.isNo(text, "UUID");
        }
    }
}
