package io.leat.jdbc;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Values as CAST to STRING writes them; binary as hexadecimal digits. */
final class SqlText {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int MILLIS_DIGITS = 3;
    private static final int MONTHS_PER_YEAR = 12;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private SqlText() {}

    /** The text of a value of a type, {@code NULL} for null. */
    static String of(DataType type, Object value) {
        if (value == null) {
            return "NULL";
        }
        return switch (type.kind()) {
            case DECIMAL -> value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
            case BINARY, VARBINARY -> HexFormat.of().formatHex((byte[]) value);
            case TIME -> time((LocalTime) value, type.precision());
            case TIMESTAMP -> timestamp((LocalDateTime) value, type.precision());
            case TIMESTAMP_LTZ -> timestamp(LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC), type.precision());
            case INTERVAL_MONTHS -> months(((Period) value).toTotalMonths());
            case INTERVAL_MILLIS -> duration(((Duration) value).toMillis());
            case ARRAY -> array(type.element(), (List<?>) value);
            case ROW -> row(type.children(), (List<?>) value);
            case MAP -> map(type, (Map<?, ?>) value);
            default -> value.toString();
        };
    }

    private static String timestamp(LocalDateTime value, int precision) {
        LocalDate date = value.toLocalDate();
        return date + " " + time(value.toLocalTime(), precision);
    }

    private static String time(LocalTime value, int precision) {
        if (precision == 0) {
            return SECONDS.format(value);
        }
        String millis = String.format(Locale.ROOT, "%03d", value.getNano() / NANOS_PER_MILLI);
        String digits = precision <= MILLIS_DIGITS
                ? millis.substring(0, precision)
                : millis + "0".repeat(precision - MILLIS_DIGITS);
        return SECONDS.format(value) + "." + digits;
    }

    private static String months(long months) {
        long absolute = Math.abs(months);
        String sign = months < 0 ? "-" : "+";
        return sign + absolute / MONTHS_PER_YEAR + "-" + String.format(Locale.ROOT, "%02d", absolute % MONTHS_PER_YEAR);
    }

    private static String duration(long millis) {
        Duration absolute = Duration.ofMillis(Math.abs(millis));
        LocalTime rest = LocalTime.MIDNIGHT.plus(absolute.minusDays(absolute.toDays()));
        return (millis < 0 ? "-" : "+") + absolute.toDays() + " " + time(rest, MILLIS_DIGITS);
    }

    private static String array(DataType element, List<?> values) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        values.forEach(value -> text.add(of(element, value)));
        return text.toString();
    }

    private static String row(List<Field> fields, List<?> values) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        Iterator<Field> field = fields.iterator();
        values.forEach(value -> text.add(of(field.next().type(), value)));
        return text.toString();
    }

    private static String map(DataType type, Map<?, ?> values) {
        DataType key = type.children().get(0).type();
        DataType element = type.children().get(1).type();
        StringJoiner text = new StringJoiner(", ", "{", "}");
        values.forEach((name, value) -> text.add(of(key, name) + "=" + of(element, value)));
        return text.toString();
    }
}
