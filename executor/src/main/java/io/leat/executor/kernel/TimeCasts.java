package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.function.LongUnaryOperator;

/**
 * Conversions among dates, times, timestamps and intervals. The session's zone is UTC, so that TIMESTAMP and
 * TIMESTAMP_LTZ have the same numbers; a TIME becomes a timestamp on 1970-01-01; digits beyond the precision are cut off.
 */
final class TimeCasts {
    private static final int MILLIS_DIGITS = 3;

    private TimeCasts() {}

    /** The conversion, or null if there is none. */
    static ColumnCast from(DataType from, DataType to) {
        LongUnaryOperator change = change(from.kind(), to);
        if (change == null) {
            return null;
        }
        boolean fewerDigits = from.precision() > to.precision() && to.precision() < MILLIS_DIGITS;
        boolean same = from.kind() == to.kind()
                || (from.kind().isTimestamp() && to.kind().isTimestamp());
        if (same && !fewerDigits) {
            return (source, selection) -> source;
        }
        return (source, selection) -> apply((LongColumn) source, selection, change);
    }

    private static LongUnaryOperator change(TypeKind from, DataType to) {
        long day = CivilDate.MILLIS_PER_DAY;
        long unit = unit(to);
        return switch (to.kind()) {
            case DATE ->
                from.isTimestamp()
                        ? millis -> Math.floorDiv(millis, day)
                        : from == TypeKind.DATE ? LongUnaryOperator.identity() : null;
            case TIME ->
                from.isTimestamp() || from == TypeKind.TIME ? millis -> cut(Math.floorMod(millis, day), unit) : null;
            case TIMESTAMP, TIMESTAMP_LTZ -> toTimestamp(from, unit);
            default -> from == to.kind() ? LongUnaryOperator.identity() : null;
        };
    }

    private static LongUnaryOperator toTimestamp(TypeKind from, long unit) {
        if (from == TypeKind.DATE) {
            return day -> day * CivilDate.MILLIS_PER_DAY;
        }
        return from == TypeKind.TIME || from.isTimestamp() ? millis -> cut(millis, unit) : null;
    }

    /** The milliseconds of the last digit that a type keeps. */
    static long unit(DataType type) {
        return Decimals.power(Math.max(0, MILLIS_DIGITS - type.precision()));
    }

    /** The milliseconds without the digits below a unit. */
    static long cut(long millis, long unit) {
        return Math.floorDiv(millis, unit) * unit;
    }

    private static Column apply(LongColumn source, Selection selection, LongUnaryOperator change) {
        long[] result = new long[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = change.applyAsLong(source.values()[row]);
        }
        return new LongColumn(result, source.validity(), source.size());
    }
}
