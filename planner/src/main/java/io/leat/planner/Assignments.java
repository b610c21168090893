package io.leat.planner;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.planner.logical.Columns;

/** Which values may be stored in which columns without a cast being written. */
final class Assignments {

    private Assignments() {}

    /** A value converted to a column's type. */
    static Expression convert(Expression value, DataType target, String column, Span place) {
        DataType own = value.type();
        if (own.kind() == TypeKind.NULL) {
            return new Cast(value, target.withNullable(true), false);
        }
        if (!assignable(own.kind(), target.kind())) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "column \"" + column + "\" is " + target.withNullable(true) + " but the value is "
                                    + own.withNullable(true))
                    .at(place)
                    .hint("Write CAST(... AS " + target.withNullable(true) + ").");
        }
        return Columns.convert(value, target);
    }

    private static boolean assignable(TypeKind from, TypeKind to) {
        boolean nested = from == TypeKind.ARRAY || from == TypeKind.MAP || from == TypeKind.ROW;
        boolean interval = from == TypeKind.INTERVAL_MILLIS || from == TypeKind.INTERVAL_MONTHS;
        boolean dates = from == TypeKind.DATE || from.isTimestamp();
        return from == to
                || from.isNumeric() && to.isNumeric()
                || from.isText() && !isNested(to)
                || to.isText() && !nested && !interval
                || from.isBinary() && to.isBinary()
                || dates && (to == TypeKind.DATE || to.isTimestamp());
    }

    private static boolean isNested(TypeKind kind) {
        return kind == TypeKind.ARRAY || kind == TypeKind.MAP || kind == TypeKind.ROW;
    }
}
