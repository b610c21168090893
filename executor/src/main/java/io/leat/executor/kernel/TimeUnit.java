package io.leat.executor.kernel;

import io.leat.core.error.LeatException;
import java.util.Arrays;
import java.util.Locale;

/** The units of EXTRACT, FLOOR and CEIL. */
enum TimeUnit {
    MILLENNIUM(12_000, 0),
    CENTURY(1_200, 0),
    DECADE(120, 0),
    YEAR(12, 0),
    ISOYEAR(0, 0),
    QUARTER(3, 0),
    MONTH(1, 0),
    WEEK(0, 604_800_000),
    DOW(0, 0),
    ISODOW(0, 0),
    DOY(0, 0),
    DAY(0, 86_400_000),
    HOUR(0, 3_600_000),
    MINUTE(0, 60_000),
    SECOND(0, 1_000),
    MILLISECOND(0, 1),
    MICROSECOND(0, 0),
    NANOSECOND(0, 0),
    EPOCH(0, 0);

    /** How many months it has, if it is made of months. */
    final int months;
    /** How many milliseconds it has, if that is always the same. */
    final long millis;

    TimeUnit(int months, long millis) {
        this.months = months;
        this.millis = millis;
    }

    /** The unit of that name. */
    static TimeUnit named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> unit.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> LeatException.unsupported(
                        "the time unit " + wanted, "Use YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE or SECOND."));
    }

    /** Whether the unit is found in the day of a time, not in its time of day. */
    boolean isOfDate() {
        return ordinal() <= DAY.ordinal();
    }
}
