package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as text and back, by Java's patterns. What cannot be read is null, as in Flink. */
public final class TimeTextFunctions {

    /** The pattern of times where none is given. */
    static final String PATTERN = "yyyy-MM-dd HH:mm:ss";

    private static final int MILLIS_PER_SECOND = 1_000;
    private static final BoundedCache<DateTimeFormatter> FORMATTERS = new BoundedCache<>(TimeTextFunctions::formatter);

    /** {@code 2026-01-31}, {@code 2026-01-31 10:00}, {@code 2026-01-31T10:00:00.123}, and so on. */
    private static final DateTimeFormatter STANDARD = new DateTimeFormatterBuilder()
            .appendPattern("y-M-d[['T'][' ']H:m[:s]]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ENGLISH);

    private TimeTextFunctions() {}

    /** A time, milliseconds since 1970, as text. */
    public static String format(long millis, String pattern) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        try {
            return FORMATTERS.get(pattern).format(time);
        } catch (DateTimeException e) {
            throw LeatException.of(ErrorCode.INVALID_DATETIME, "the pattern '" + pattern + "' does not fit a time", e);
        }
    }

    /** The time that a text in the standard form says, milliseconds since 1970, or null. */
    public static Long toTimestamp(String text) {
        return parse(text.strip(), STANDARD);
    }

    /** The time that a text says, milliseconds since 1970, or null. */
    public static Long toTimestamp(String text, String pattern) {
        return parse(text, FORMATTERS.get(pattern));
    }

    /** The date that a text in the standard form says, days since 1970, or null. */
    public static Integer toDate(String text) {
        return days(toTimestamp(text));
    }

    /** The date that a text says, days since 1970, or null. */
    public static Integer toDate(String text, String pattern) {
        return days(toTimestamp(text, pattern));
    }

    /** The seconds since 1970 at which clocks of a zone show the time that a text says, or null. */
    public static Long unixTime(String text, String zone) {
        return seconds(toTimestamp(text), zone);
    }

    /** The seconds since 1970 at which clocks of a zone show the time that a text says, or null. */
    public static Long unixTime(String text, String pattern, String zone) {
        return seconds(toTimestamp(text, pattern), zone);
    }

    /** Seconds since 1970 as clocks of a zone show them. */
    public static String fromUnixTime(long seconds, String zone) {
        return fromUnixTime(seconds, PATTERN, zone);
    }

    /** Seconds since 1970 as clocks of a zone show them. */
    public static String fromUnixTime(long seconds, String pattern, String zone) {
        return format(ZoneFunctions.toLocal(Math.multiplyExact(seconds, MILLIS_PER_SECOND), zone), pattern);
    }

    private static Long seconds(Long local, String zone) {
        return local == null ? null : Math.floorDiv(ZoneFunctions.toInstant(local, zone), MILLIS_PER_SECOND);
    }

    private static Integer days(Long millis) {
        return millis == null
                ? null
                : Math.toIntExact(LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC)
                        .toEpochDay());
    }

    private static Long parse(String text, DateTimeFormatter formatter) {
        try {
            TemporalAccessor parsed = formatter.parseBest(text, LocalDateTime::from, LocalDate::from);
            LocalDateTime time = parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed;
            return time.toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException notThatForm) {
            return null;
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw LeatException.of(ErrorCode.INVALID_DATETIME, "'" + pattern + "' is not a pattern of times")
                    .hint("Patterns are Java's, for example yyyy-MM-dd HH:mm:ss.");
        }
    }
}
