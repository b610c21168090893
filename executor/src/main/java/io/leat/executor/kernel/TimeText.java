package io.leat.executor.kernel;

import io.leat.core.type.DataType;

/** Dates, times, timestamps and intervals as text, as SQL writes them. */
final class TimeText {
    private static final int MILLIS_DIGITS = 3;
    private static final int MONTHS_PER_YEAR = 12;

    private TimeText() {}

    /** Writes the value that a long stands for in the type. */
    static void write(DataType type, long value, BytesResult result) {
        switch (type.kind()) {
            case DATE -> date(value, result);
            case TIME -> time(value, type.precision(), result);
            case INTERVAL_MONTHS -> months(value, result);
            case INTERVAL_MILLIS -> duration(value, result);
            default -> {
                long day = Math.floorDiv(value, CivilDate.MILLIS_PER_DAY);
                date(day, result);
                result.write((byte) ' ');
                time(value - day * CivilDate.MILLIS_PER_DAY, type.precision(), result);
            }
        }
    }

    private static void date(long day, BytesResult result) {
        long year = CivilDate.year(day);
        if (year < 0) {
            result.write((byte) '-');
        }
        digits(Math.abs(year), 4, result);
        result.write((byte) '-');
        digits(CivilDate.monthOfYear(day), 2, result);
        result.write((byte) '-');
        digits(CivilDate.dayOfMonth(day), 2, result);
    }

    /** Without a fraction at precision 0; with zeros where the precision is finer than a millisecond. */
    private static void time(long millis, int precision, BytesResult result) {
        digits(millis / TimeUnit.HOUR.millis, 2, result);
        result.write((byte) ':');
        digits(millis / TimeUnit.MINUTE.millis % 60, 2, result);
        result.write((byte) ':');
        digits(millis / TimeUnit.SECOND.millis % 60, 2, result);
        if (precision > 0) {
            result.write((byte) '.');
            int shown = Math.min(precision, MILLIS_DIGITS);
            digits(millis % TimeUnit.SECOND.millis / Decimals.power(MILLIS_DIGITS - shown), shown, result);
            result.fill((byte) '0', precision - shown);
        }
    }

    private static void months(long months, BytesResult result) {
        result.write((byte) (months < 0 ? '-' : '+'));
        digits(Math.abs(months) / MONTHS_PER_YEAR, 1, result);
        result.write((byte) '-');
        digits(Math.abs(months) % MONTHS_PER_YEAR, 2, result);
    }

    private static void duration(long millis, BytesResult result) {
        result.write((byte) (millis < 0 ? '-' : '+'));
        long absolute = Math.abs(millis);
        digits(absolute / CivilDate.MILLIS_PER_DAY, 1, result);
        result.write((byte) ' ');
        time(absolute % CivilDate.MILLIS_PER_DAY, MILLIS_DIGITS, result);
    }

    /** A number that is not negative, with zeros before it up to a width. */
    private static void digits(long number, int width, BytesResult result) {
        int count = 1;
        while (count < Decimals.LONG_DIGITS && number >= Decimals.power(count)) {
            count++;
        }
        result.fill((byte) '0', Math.max(0, width - count));
        for (int i = count - 1; i >= 0; i--) {
            result.write((byte) ('0' + number / Decimals.power(i) % 10));
        }
    }
}
