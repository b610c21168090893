package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Functions of the calendar. A date is days since 1970, a time is milliseconds. */
public final class CalendarFunctions {
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int MILLIS_PER_DAY = 86_400_000;
    private static final int MILLIS_PRECISION = 3;

    private CalendarFunctions() {}

    /** Milliseconds since 1970 as an instant. */
    public static long fromEpoch(long millis) {
        return millis;
    }

    /** Seconds (precision 0) or milliseconds (3) since 1970 as an instant. */
    public static long fromEpoch(long epoch, int precision) {
        return switch (precision) {
            case 0 -> Math.multiplyExact(epoch, MILLIS_PER_SECOND);
            case MILLIS_PRECISION -> epoch;
            default ->
                throw LeatException.of(ErrorCode.DATA, "the precision of TO_TIMESTAMP_LTZ is 0 or 3, not " + precision);
        };
    }

    /** The last day of a date's month. */
    public static int lastDay(int date) {
        return (int) LocalDate.ofEpochDay(date)
                .with(TemporalAdjusters.lastDayOfMonth())
                .toEpochDay();
    }

    /** The last day of a time's month. */
    public static int lastDay(long time) {
        return lastDay(date(time));
    }

    /** The day of the week in English. */
    public static String dayName(int date) {
        return LocalDate.ofEpochDay(date).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The day of the week in English. */
    public static String dayName(long time) {
        return dayName(date(time));
    }

    /** The month in English. */
    public static String monthName(int date) {
        return LocalDate.ofEpochDay(date).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** The month in English. */
    public static String monthName(long time) {
        return monthName(date(time));
    }

    /** The Monday of a date's week. */
    public static int truncateToWeek(int date) {
        return (int) LocalDate.ofEpochDay(date)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .toEpochDay();
    }

    /** The Monday of a time's week, at midnight. */
    public static long truncateToWeek(long time) {
        return (long) truncateToWeek(date(time)) * MILLIS_PER_DAY;
    }

    private static int date(long time) {
        return Math.toIntExact(Math.floorDiv(time, (long) MILLIS_PER_DAY));
    }
}
