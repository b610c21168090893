package io.leat.connector.format;

import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Writes values of all scalar types as text that {@link TextValues} reads back. */
public final class TextWriter {
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME_MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final DateTimeFormatter timestamps;

    private TextWriter(DateTimeFormatter timestamps) {
        this.timestamps = timestamps;
    }

    /** Timestamps as {@code 2001-01-01 00:00:00.000}, with a Z behind if they have a local time zone. */
    public static TextWriter sql() {
        return new TextWriter(SQL);
    }

    /** Timestamps as {@code 2001-01-01T00:00:00.000}, with a Z behind if they have a local time zone. */
    public static TextWriter iso8601() {
        return new TextWriter(ISO);
    }

    /** The text of a value that is not NULL, given as {@link io.leat.core.batch.JavaValues} has it. */
    public String text(DataType type, Object value) {
        return switch (type.kind()) {
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case BINARY, VARBINARY -> Base64.getEncoder().encodeToString((byte[]) value);
            case TIME -> time((LocalTime) value);
            case TIMESTAMP -> timestamps.format((LocalDateTime) value);
            case TIMESTAMP_LTZ -> timestamps.format(((Instant) value).atOffset(ZoneOffset.UTC)) + "Z";
            case INTERVAL_MONTHS -> Long.toString(((Period) value).toTotalMonths());
            case INTERVAL_MILLIS -> Long.toString(((Duration) value).toMillis());
            default -> value.toString();
        };
    }

    private static String time(LocalTime value) {
        return (value.getNano() == 0 ? TIME : TIME_MILLIS).format(value);
    }
}
