package io.leat.executor.kernel;

import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.util.function.LongUnaryOperator;

/** EXTRACT: one part of a date, time, timestamp or interval. */
final class ExtractKernels {
    private static final int MONTHS_PER_YEAR = 12;
    private static final int MONTHS_PER_QUARTER = 3;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long SECONDS_PER_DAY = 86_400;

    private ExtractKernels() {}

    static Kernel compile(TimeUnit unit, Typed operand) {
        LongUnaryOperator part = switch (operand.kind()) {
            case DATE -> unit.isOfDate() ? ofDay(unit) : ofStartOfDay(unit);
            case TIME -> unit.isOfDate() ? refuse(unit, operand.type()) : ofMillis(unit);
            case TIMESTAMP, TIMESTAMP_LTZ -> ofTimestamp(unit);
            case INTERVAL_MONTHS -> ofMonths(unit, operand.type());
            case INTERVAL_MILLIS -> ofDuration(unit, operand.type());
            default -> refuse(unit, operand.type());
        };
        return StrictKernels.longs(operand.kernel(), (a, result, selection, validity) -> {
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                result[row] = part.applyAsLong(a[row]);
            }
        });
    }

    private static LongUnaryOperator refuse(TimeUnit unit, DataType type) {
        throw LeatException.unsupported(
                "EXTRACT of " + unit + " from " + type.withNullable(true), "Extract a unit that the type has.");
    }

    private static LongUnaryOperator ofTimestamp(TimeUnit unit) {
        if (!unit.isOfDate()) {
            return ofMillis(unit);
        }
        LongUnaryOperator ofDay = ofDay(unit);
        return millis -> ofDay.applyAsLong(Math.floorDiv(millis, CivilDate.MILLIS_PER_DAY));
    }

    private static LongUnaryOperator ofStartOfDay(TimeUnit unit) {
        return unit == TimeUnit.EPOCH ? day -> day * SECONDS_PER_DAY : day -> 0;
    }

    private static LongUnaryOperator ofDay(TimeUnit unit) {
        return switch (unit) {
            case MILLENNIUM -> day -> rounded(CivilDate.year(day), 1_000);
            case CENTURY -> day -> rounded(CivilDate.year(day), 100);
            case DECADE -> day -> Math.floorDiv(CivilDate.year(day), 10L);
            case YEAR -> CivilDate::year;
            case ISOYEAR -> CivilDate::isoYear;
            case QUARTER -> day -> (CivilDate.monthOfYear(day) - 1) / MONTHS_PER_QUARTER + 1;
            case MONTH -> CivilDate::monthOfYear;
            case WEEK -> CivilDate::isoWeek;
            case DOW -> CivilDate::dayOfWeek;
            case ISODOW -> CivilDate::isoDayOfWeek;
            case DOY -> CivilDate::dayOfYear;
            default -> CivilDate::dayOfMonth;
        };
    }

    /** The century (or millennium) of a year: year 1 begins the first, year 0 ends the one before. */
    private static long rounded(long year, long years) {
        return year > 0 ? (year - 1) / years + 1 : Math.floorDiv(year - 1, years);
    }

    private static LongUnaryOperator ofMillis(TimeUnit unit) {
        return switch (unit) {
            case EPOCH -> millis -> Math.floorDiv(millis, MILLIS_PER_SECOND);
            case HOUR -> millis -> Math.floorMod(millis, CivilDate.MILLIS_PER_DAY) / TimeUnit.HOUR.millis;
            case MINUTE -> millis -> Math.floorMod(millis, TimeUnit.HOUR.millis) / TimeUnit.MINUTE.millis;
            case SECOND -> millis -> Math.floorMod(millis, TimeUnit.MINUTE.millis) / MILLIS_PER_SECOND;
            case MICROSECOND -> millis -> Math.floorMod(millis, MILLIS_PER_SECOND) * 1_000;
            case NANOSECOND -> millis -> Math.floorMod(millis, MILLIS_PER_SECOND) * 1_000_000;
            default -> millis -> Math.floorMod(millis, MILLIS_PER_SECOND);
        };
    }

    /** Parts of a negative interval are negative. */
    private static LongUnaryOperator ofDuration(TimeUnit unit, DataType type) {
        return switch (unit) {
            case EPOCH -> millis -> millis / MILLIS_PER_SECOND;
            case DAY -> millis -> millis / TimeUnit.DAY.millis;
            case HOUR -> millis -> millis % TimeUnit.DAY.millis / TimeUnit.HOUR.millis;
            case MINUTE -> millis -> millis % TimeUnit.HOUR.millis / TimeUnit.MINUTE.millis;
            case SECOND -> millis -> millis % TimeUnit.MINUTE.millis / MILLIS_PER_SECOND;
            case MILLISECOND -> millis -> millis % MILLIS_PER_SECOND;
            case MICROSECOND -> millis -> millis % MILLIS_PER_SECOND * 1_000;
            case NANOSECOND -> millis -> millis % MILLIS_PER_SECOND * 1_000_000;
            default -> refuse(unit, type);
        };
    }

    private static LongUnaryOperator ofMonths(TimeUnit unit, DataType type) {
        return switch (unit) {
            case MONTH -> months -> months % MONTHS_PER_YEAR;
            case QUARTER -> months -> months % MONTHS_PER_YEAR / MONTHS_PER_QUARTER + 1;
            case YEAR, DECADE, CENTURY, MILLENNIUM -> months -> months / unit.months;
            default -> refuse(unit, type);
        };
    }
}
