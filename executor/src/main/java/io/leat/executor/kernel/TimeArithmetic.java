package io.leat.executor.kernel;

import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.function.LongBinaryOperator;

/**
 * Times plus and minus intervals, the interval between two times, and intervals with intervals and numbers. Months go by
 * the calendar: the 31st plus a month is the last day of a shorter month. A TIME goes round at midnight.
 */
final class TimeArithmetic {

    private TimeArithmetic() {}

    /** The kernel, or null if operands of these types do not go together. */
    static Kernel compile(Operation operation, DataType type, Typed left, Typed right) {
        if (isInterval(left) && isInterval(right) && left.kind() == right.kind()) {
            return IntegerKernels.binary(operation, type, left.kernel(), right.kernel());
        }
        if (isInterval(left) && right.kind().isNumeric()) {
            return scaled(operation, type, left, right);
        }
        if (isInterval(right) && left.kind().isNumeric() && operation == Operation.TIMES) {
            return scaled(operation, type, right, left);
        }
        if (isInterval(left) && isTime(right) && operation == Operation.PLUS) {
            return moved(operation, type, right, left);
        }
        if (isTime(left) && isInterval(right)) {
            return moved(operation, type, left, right);
        }
        return isTime(left) && isTime(right) && operation == Operation.MINUS ? between(type, left, right) : null;
    }

    private static boolean isInterval(Typed operand) {
        return operand.kind() == TypeKind.INTERVAL_MONTHS || operand.kind() == TypeKind.INTERVAL_MILLIS;
    }

    private static boolean isTime(Typed operand) {
        return operand.kind() == TypeKind.DATE
                || operand.kind() == TypeKind.TIME
                || operand.kind().isTimestamp();
    }

    private static Kernel scaled(Operation operation, DataType type, Typed interval, Typed number) {
        if (number.kind().isInteger()) {
            return IntegerKernels.binary(operation, type, interval.kernel(), number.kernel());
        }
        Typed length = new Typed(interval.kernel(), DataType.BIGINT);
        Kernel result = ApproximateKernels.binary(
                operation,
                DataType.DOUBLE,
                CastKernels.implicit(length, DataType.DOUBLE),
                CastKernels.implicit(number, DataType.DOUBLE));
        return CastKernels.implicit(new Typed(result, DataType.DOUBLE), DataType.BIGINT);
    }

    /** A time moved by an interval. */
    private static Kernel moved(Operation operation, DataType type, Typed time, Typed interval) {
        int sign = operation == Operation.MINUS ? -1 : 1;
        Kernel start = CastKernels.implicit(time, type);
        if (interval.kind() == TypeKind.INTERVAL_MONTHS) {
            return movedByMonths(type, start, interval.kernel(), sign);
        }
        return switch (type.kind()) {
            case DATE -> rows(start, interval.kernel(), (day, i) -> day + sign * (i / CivilDate.MILLIS_PER_DAY));
            case TIME ->
                rows(start, interval.kernel(), (ofDay, i) -> Math.floorMod(ofDay + sign * i, CivilDate.MILLIS_PER_DAY));
            default -> IntegerKernels.binary(operation, type, start, interval.kernel());
        };
    }

    private static Kernel movedByMonths(DataType type, Kernel start, Kernel months, int sign) {
        return switch (type.kind()) {
            case DATE -> rows(start, months, (day, m) -> CivilDate.plusMonths(day, sign * m));
            case TIME -> rows(start, months, (ofDay, m) -> ofDay);
            default ->
                rows(start, months, (millis, m) -> {
                    long day = Math.floorDiv(millis, CivilDate.MILLIS_PER_DAY);
                    long rest = millis - day * CivilDate.MILLIS_PER_DAY;
                    return CivilDate.plusMonths(day, sign * m) * CivilDate.MILLIS_PER_DAY + rest;
                });
        };
    }

    private static Kernel between(DataType type, Typed left, Typed right) {
        Kernel end = millis(left);
        Kernel start = millis(right);
        if (type.kind() == TypeKind.INTERVAL_MONTHS) {
            return rows(end, start, TimeArithmetic::monthsBetween);
        }
        return IntegerKernels.binary(Operation.MINUS, type, end, start);
    }

    private static Kernel millis(Typed time) {
        if (time.kind() != TypeKind.DATE) {
            return time.kernel();
        }
        return rows(time.kernel(), time.kernel(), (day, same) -> day * CivilDate.MILLIS_PER_DAY);
    }

    /** Whole months from a start to an end; negative if the end comes first. */
    private static long monthsBetween(long end, long start) {
        if (end < start) {
            return -monthsBetween(start, end);
        }
        long firstDay = Math.floorDiv(start, CivilDate.MILLIS_PER_DAY);
        long lastDay = Math.floorDiv(end, CivilDate.MILLIS_PER_DAY);
        long months = CivilDate.month(lastDay) - CivilDate.month(firstDay);
        long startInMonth = inMonth(firstDay, start);
        return months > 0 && inMonth(lastDay, end) < startInMonth ? months - 1 : months;
    }

    /** Milliseconds since the month began. */
    private static long inMonth(long day, long millis) {
        long ofDay = millis - day * CivilDate.MILLIS_PER_DAY;
        return CivilDate.dayOfMonth(day) * CivilDate.MILLIS_PER_DAY + ofDay;
    }

    private static Kernel rows(Kernel left, Kernel right, LongBinaryOperator operator) {
        return StrictKernels.longs(left, right, (a, b, result, selection, validity) -> {
            for (int i = 0; i < selection.count(); i++) {
                int row = selection.row(i);
                result[row] = operator.applyAsLong(a[row], b[row]);
            }
        });
    }
}
