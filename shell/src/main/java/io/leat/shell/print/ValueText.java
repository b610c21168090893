package io.leat.shell.print;

import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a value looks like: the same text in every printer. */
public final class ValueText {
    /** What stands for NULL where people read. */
    public static final String NULL = "NULL";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MILLIS_DIGITS = 3;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int MONTHS_PER_YEAR = 12;

    private ValueText() {}

    /** The text of a value of a type; NULL is the word. */
    public static String of(DataType type, Object value) {
        if (value == null) {
            return NULL;
        }
        return switch (type.kind()) {
            case REAL, DOUBLE -> ShortestNumber.of((Number) value);
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case BINARY, VARBINARY -> "x'" + HexFormat.of().formatHex((byte[]) value) + "'";
            case TIME -> time((LocalTime) value, type.precision());
            case TIMESTAMP -> timestamp((LocalDateTime) value, type.precision());
            case TIMESTAMP_LTZ -> instant((Instant) value, type.precision());
            case INTERVAL_MONTHS -> months((Period) value);
            case INTERVAL_MILLIS -> duration((Duration) value);
            case ARRAY -> array(type, (List<?>) value);
            case MAP -> map(type, (Map<?, ?>) value);
            case ROW -> row(type, (List<?>) value);
            default -> value.toString();
        };
    }

    /** Whether values of a type stand at the right edge of their column. */
    public static boolean isRightAligned(DataType type) {
        return type.kind().isNumeric();
    }

    private static String instant(Instant value, int precision) {
        return timestamp(LocalDateTime.ofInstant(value, ZoneOffset.UTC), precision) + "Z";
    }

    private static String timestamp(LocalDateTime value, int precision) {
        return DATE.format(value) + " " + time(value.toLocalTime(), precision);
    }

    private static String time(LocalTime value, int precision) {
        String seconds = SECONDS.format(value);
        if (precision <= 0) {
            return seconds;
        }
        String millis = String.format(Locale.ROOT, "%03d", value.getNano() / NANOS_PER_MILLI);
        int shown = Math.min(precision, MILLIS_DIGITS);
        return seconds + "." + millis.substring(0, shown) + "0".repeat(Math.min(precision, 9) - shown);
    }

    private static String months(Period value) {
        long months = value.toTotalMonths();
        String sign = months < 0 ? "-" : "+";
        return String.format(
                Locale.ROOT, "%s%d-%02d", sign, Math.abs(months) / MONTHS_PER_YEAR, Math.abs(months) % MONTHS_PER_YEAR);
    }

    private static String duration(Duration value) {
        Duration absolute = value.abs();
        String rest = time(LocalTime.MIDNIGHT.plus(absolute.minusDays(absolute.toDays())), MILLIS_DIGITS);
        return (value.isNegative() ? "-" : "+") + absolute.toDays() + " " + rest;
    }

    private static String array(DataType type, List<?> values) {
        return values.stream().map(value -> of(type.element(), value)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String map(DataType type, Map<?, ?> values) {
        DataType key = type.children().get(0).type();
        DataType value = type.children().get(1).type();
        return values.entrySet().stream()
                .map(entry -> of(key, entry.getKey()) + "=" + of(value, entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String row(DataType type, List<?> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> type.children().get(i).name() + ": "
                        + of(type.children().get(i).type(), values.get(i)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Whether values of a type hold others. */
    static boolean isNested(DataType type) {
        return type.kind() == TypeKind.ARRAY || type.kind() == TypeKind.MAP || type.kind() == TypeKind.ROW;
    }
}
