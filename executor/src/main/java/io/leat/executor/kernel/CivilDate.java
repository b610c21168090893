package io.leat.executor.kernel;

/**
 * The proleptic Gregorian calendar on days since 1970-01-01, without objects. Years are reckoned from March inside, so
 * that a leap day is the last of its year, in cycles of 400 years, which always have the same number of days.
 */
final class CivilDate {
    static final long MILLIS_PER_DAY = 86_400_000;

    private static final long DAYS_PER_CYCLE = 146_097;
    private static final long DAYS_PER_CENTURY = 36_524;
    private static final long DAYS_PER_FOUR_YEARS = 1_460;
    private static final long DAYS_PER_YEAR = 365;
    /** Days from 0000-03-01 to 1970-01-01. */
    private static final long DAYS_TO_EPOCH = 719_468;
    /** Five months from March or August on have 153 days. */
    private static final long DAYS_PER_FIVE_MONTHS = 153;

    private static final int MONTHS = 12;
    private static final int THURSDAY = 4;
    private static final int DAYS_PER_WEEK = 7;

    private CivilDate() {}

    private static long yearInCycle(long dayInCycle) {
        return (dayInCycle
                        - dayInCycle / DAYS_PER_FOUR_YEARS
                        + dayInCycle / DAYS_PER_CENTURY
                        - dayInCycle / (DAYS_PER_CYCLE - 1))
                / DAYS_PER_YEAR;
    }

    /** Days before a year of the cycle. */
    private static long daysBefore(long year) {
        return year * DAYS_PER_YEAR + year / 4 - year / 100;
    }

    /** The months since 0000-01, times 32, plus the day of the month: all of the date in one number. */
    private static long packed(long epochDay) {
        long day = epochDay + DAYS_TO_EPOCH;
        long cycle = Math.floorDiv(day, DAYS_PER_CYCLE);
        long dayInCycle = day - cycle * DAYS_PER_CYCLE;
        long year = yearInCycle(dayInCycle);
        long dayOfYear = dayInCycle - daysBefore(year);
        long month = (5 * dayOfYear + 2) / DAYS_PER_FIVE_MONTHS;
        long dayOfMonth = dayOfYear - (DAYS_PER_FIVE_MONTHS * month + 2) / 5 + 1;
        return (((cycle * 400 + year) * MONTHS + month + 2) << 5) + dayOfMonth;
    }

    /** Months since January of year 0. */
    static long month(long epochDay) {
        return packed(epochDay) >> 5;
    }

    static long year(long epochDay) {
        return Math.floorDiv(month(epochDay), MONTHS);
    }

    /** 1 to 12. */
    static long monthOfYear(long epochDay) {
        return Math.floorMod(month(epochDay), MONTHS) + 1;
    }

    /** 1 to 31. */
    static long dayOfMonth(long epochDay) {
        return packed(epochDay) & 31;
    }

    /** 1 to 366. */
    static long dayOfYear(long epochDay) {
        return epochDay - firstDayOfMonth(year(epochDay) * MONTHS) + 1;
    }

    /** 1 for Sunday to 7 for Saturday. */
    static long dayOfWeek(long epochDay) {
        return Math.floorMod(epochDay + THURSDAY, DAYS_PER_WEEK) + 1;
    }

    /** 1 for Monday to 7 for Sunday. */
    static long isoDayOfWeek(long epochDay) {
        return Math.floorMod(epochDay + THURSDAY - 1, DAYS_PER_WEEK) + 1;
    }

    /** The Thursday of the week from Monday to Sunday: it decides to which year the week belongs. */
    private static long thursday(long epochDay) {
        return epochDay - isoDayOfWeek(epochDay) + THURSDAY;
    }

    /** The year to which the ISO 8601 week belongs. */
    static long isoYear(long epochDay) {
        return year(thursday(epochDay));
    }

    /** The number of the ISO 8601 week, 1 to 53. */
    static long isoWeek(long epochDay) {
        return (dayOfYear(thursday(epochDay)) - 1) / DAYS_PER_WEEK + 1;
    }

    /** The first day of a month, which is counted from January of year 0. */
    static long firstDayOfMonth(long month) {
        long fromMarch = month - 2;
        long year = Math.floorDiv(fromMarch, MONTHS);
        long cycle = Math.floorDiv(year, 400);
        long monthOfYear = fromMarch - year * MONTHS;
        long dayOfYear = (DAYS_PER_FIVE_MONTHS * monthOfYear + 2) / 5;
        return cycle * DAYS_PER_CYCLE + daysBefore(year - cycle * 400) + dayOfYear - DAYS_TO_EPOCH;
    }

    /** 28 to 31. */
    static long lengthOfMonth(long month) {
        return firstDayOfMonth(month + 1) - firstDayOfMonth(month);
    }

    /** The day so many months later; the month's last day if the month is too short. */
    static long plusMonths(long epochDay, long months) {
        long date = packed(epochDay);
        long month = (date >> 5) + months;
        return firstDayOfMonth(month) + Math.min(date & 31, lengthOfMonth(month)) - 1;
    }
}
