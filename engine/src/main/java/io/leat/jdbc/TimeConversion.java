package io.leat.jdbc;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;

/**
 * Values as dates and times. A TIMESTAMP has no zone: the classes of {@code java.sql} are filled so that they show its
 * fields in the zone of the calendar, or of this JVM. A TIMESTAMP_LTZ is an instant: its date and time of day are those
 * in the zone of the calendar, or in UTC, which is the zone of every session.
 */
final class TimeConversion {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private TimeConversion() {}

    static LocalDate date(Origin origin, Object value, ZoneId zone) throws SQLException {
        if (value instanceof LocalDate date) {
            return date;
        }
        if (value instanceof String text && text.trim().length() == "2000-01-01".length()) {
            return parse(origin, text, "date", LocalDate::parse);
        }
        if (value instanceof LocalTime) {
            throw origin.cannotBe("a date");
        }
        return dateTime(origin, value, zone, "a date").toLocalDate();
    }

    static LocalTime time(Origin origin, Object value, ZoneId zone) throws SQLException {
        if (value instanceof LocalTime time) {
            return time;
        }
        if (value instanceof String text && text.trim().indexOf('-') < 0) {
            return parse(origin, text, "time", LocalTime::parse);
        }
        if (value instanceof LocalDate) {
            throw origin.cannotBe("a time");
        }
        return dateTime(origin, value, zone, "a time").toLocalTime();
    }

    static LocalDateTime dateTime(Origin origin, Object value, ZoneId zone, String target) throws SQLException {
        if (value instanceof LocalDateTime dateTime) {
            return dateTime;
        }
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, zone);
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        if (value instanceof String text) {
            return parse(origin, text, "timestamp", TimeConversion::parseDateTime);
        }
        throw origin.cannotBe(target);
    }

    private static LocalDateTime parseDateTime(String text) {
        return text.length() == "2000-01-01".length()
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static <T> T parse(Origin origin, String text, String target, java.util.function.Function<String, T> parser)
            throws SQLException {
        try {
            return parser.apply(text.trim());
        } catch (DateTimeException e) {
            throw origin.isNo(text, target);
        }
    }

    /** An instant; only a type with a zone has one. */
    static Instant instant(Origin origin, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant;
        }
        throw origin.cannotBe("an instant, since it has no zone");
    }

    static Date sqlDate(Origin origin, Object value, Calendar calendar) throws SQLException {
        LocalDate date = date(origin, value, zone(calendar));
        return new Date(fields(date.atStartOfDay(), calendar).getTimeInMillis());
    }

    static Time sqlTime(Origin origin, Object value, Calendar calendar) throws SQLException {
        LocalTime time = time(origin, value, zone(calendar));
        Calendar filled = fields(time.atDate(LocalDate.EPOCH), calendar);
        return new Time(filled.getTimeInMillis() + time.getNano() / NANOS_PER_MILLI);
    }

    static Timestamp sqlTimestamp(Origin origin, Object value, Calendar calendar) throws SQLException {
        if (value instanceof Instant instant) {
            return Timestamp.from(instant);
        }
        LocalDateTime dateTime = dateTime(origin, value, zone(calendar), "a timestamp");
        Timestamp timestamp = new Timestamp(fields(dateTime, calendar).getTimeInMillis());
        timestamp.setNanos(dateTime.getNano());
        return timestamp;
    }

    private static ZoneId zone(Calendar calendar) {
        return calendar == null ? ZoneOffset.UTC : calendar.getTimeZone().toZoneId();
    }

    private static Calendar fields(LocalDateTime value, Calendar calendar) {
        Calendar filled = calendar == null ? new GregorianCalendar() : (Calendar) calendar.clone();
        filled.clear();
        filled.set(
                value.getYear(),
                value.getMonthValue() - 1,
                value.getDayOfMonth(),
                value.getHour(),
                value.getMinute(),
                value.getSecond());
        return filled;
    }
}
