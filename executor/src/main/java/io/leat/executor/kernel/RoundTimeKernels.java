package io.leat.executor.kernel;

import io.leat.core.error.LeatException;
import io.leat.core.type.TypeKind;
import java.util.function.LongUnaryOperator;

/** FLOOR and CEIL of a time to a unit. Weeks begin on Sunday, ISO years on the Monday of their first week. */
final class RoundTimeKernels {
    private static final int DAYS_PER_WEEK = 7;
    private static final int MONTHS_PER_YEAR = 12;
    /** The longest ISO year has 53 weeks, the shortest 52: this far from the first day is always in the next year. */
    private static final int DAYS_OF_LONGEST_YEAR = 53 * DAYS_PER_WEEK;

    private RoundTimeKernels() {}

    static Kernel compile(TimeUnit unit, Typed operand, boolean up) {
        LongUnaryOperator rounding = switch (operand.kind()) {
            case DATE -> unit.isOfDate() ? ofDay(unit, up, operand) : LongUnaryOperator.identity();
            case TIME -> unit.isOfDate() ? refuse(unit, operand) : ofMillis(unit, up, operand);
            case TIMESTAMP, TIMESTAMP_LTZ -> ofTimestamp(unit, up, operand);
            default -> refuse(unit, operand);
        };
        return StrictKernels.longs(operand.kernel(), (a, result, selection, validity) -> {
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                result[row] = rounding.applyAsLong(a[row]);
            }
        });
    }

    private static LongUnaryOperator refuse(TimeUnit unit, Typed operand) {
        throw LeatException.unsupported(
                "rounding " + operand.type().withNullable(true) + " to " + unit,
                "Round to YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE or SECOND.");
    }

    private static LongUnaryOperator ofMillis(TimeUnit unit, boolean up, Typed operand) {
        long step = unit.millis;
        if (step == 0) {
            return refuse(unit, operand);
        }
        boolean wraps = up && operand.kind() == TypeKind.TIME;
        LongUnaryOperator floor = millis -> Math.floorDiv(millis, step) * step;
        LongUnaryOperator ceil = millis -> -Math.floorDiv(-millis, step) * step;
        return wraps ? millis -> ceil.applyAsLong(millis) % CivilDate.MILLIS_PER_DAY : up ? ceil : floor;
    }

    private static LongUnaryOperator ofTimestamp(TimeUnit unit, boolean up, Typed operand) {
        if (!unit.isOfDate() || unit == TimeUnit.DAY) {
            return ofMillis(unit, up, operand);
        }
        LongUnaryOperator ofDay = ofDay(unit, up, operand);
        long day = CivilDate.MILLIS_PER_DAY;
        return up
                ? millis -> ofDay.applyAsLong(-Math.floorDiv(-millis, day)) * day
                : millis -> ofDay.applyAsLong(Math.floorDiv(millis, day)) * day;
    }

    private static LongUnaryOperator ofDay(TimeUnit unit, boolean up, Typed operand) {
        return switch (unit) {
            case DAY -> LongUnaryOperator.identity();
            case WEEK -> rounding(RoundTimeKernels::week, first -> first + DAYS_PER_WEEK, up);
            case ISOYEAR -> rounding(RoundTimeKernels::isoYear, RoundTimeKernels::nextIsoYear, up);
            case YEAR, QUARTER, MONTH, DECADE -> months(unit.months, 0, up);
            case CENTURY, MILLENNIUM -> months(unit.months, MONTHS_PER_YEAR, up);
            default -> refuse(unit, operand);
        };
    }

    /** Up is down, and then to the beginning of the next unit unless that was the beginning of one already. */
    private static LongUnaryOperator rounding(LongUnaryOperator down, LongUnaryOperator next, boolean up) {
        return up
                ? day -> {
                    long first = down.applyAsLong(day);
                    return first == day ? day : next.applyAsLong(first);
                }
                : down;
    }

    private static long week(long day) {
        return day - CivilDate.dayOfWeek(day) + 1;
    }

    private static long isoYear(long day) {
        return day - (CivilDate.isoWeek(day) - 1) * DAYS_PER_WEEK - CivilDate.isoDayOfWeek(day) + 1;
    }

    private static long nextIsoYear(long firstDay) {
        return isoYear(firstDay + DAYS_OF_LONGEST_YEAR);
    }

    /** Units of some months, of which one begins at the month {@code origin} (counted from January of year 0). */
    private static LongUnaryOperator months(int months, int origin, boolean up) {
        LongUnaryOperator down = day -> CivilDate.firstDayOfMonth(
                Math.floorDiv(CivilDate.month(day) - origin, (long) months) * months + origin);
        return rounding(down, first -> CivilDate.plusMonths(first, months), up);
    }
}
