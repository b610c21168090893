package io.leat.planner.incremental;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.time.Duration;
import java.util.Optional;

/**
 * A time column moved by a fixed time.
 *
 * @param column the column
 * @param millis the expression's value minus the column's
 */
record ShiftedColumn(int column, long millis) {
    private static final int MILLISECOND_DIGITS = 3;

    /** What an expression is, if it is a time column, perhaps plus or minus an interval of fixed length. */
    static Optional<ShiftedColumn> of(Expression expression) {
        if (!isTime(expression.type())) {
            return Optional.empty();
        }
        if (expression instanceof ColumnReference reference) {
            return Optional.of(new ShiftedColumn(reference.index(), 0));
        }
        if (expression instanceof Cast cast) {
            boolean same = cast.type().kind() == cast.operand().type().kind()
                    && cast.type().precision() >= MILLISECOND_DIGITS;
            return same ? of(cast.operand()) : Optional.empty();
        }
        return expression instanceof Call call ? ofCall(call) : Optional.empty();
    }

    private static Optional<ShiftedColumn> ofCall(Call call) {
        if (call.operation() != Operation.PLUS && call.operation() != Operation.MINUS) {
            return Optional.empty();
        }
        Expression first = call.operands().get(0);
        Expression second = call.operands().get(1);
        if (call.operation() == Operation.PLUS && first instanceof Literal) {
            return of(second).flatMap(time -> time.plus(first, 1));
        }
        return of(first).flatMap(time -> time.plus(second, call.operation() == Operation.PLUS ? 1 : -1));
    }

    private Optional<ShiftedColumn> plus(Expression interval, long sign) {
        return interval instanceof Literal literal && literal.value() instanceof Duration duration
                ? Optional.of(new ShiftedColumn(column, Math.addExact(millis, sign * duration.toMillis())))
                : Optional.empty();
    }

    /** Whether values of a type are moments in milliseconds. */
    static boolean isTime(DataType type) {
        return type.kind() == TypeKind.TIMESTAMP || type.kind() == TypeKind.TIMESTAMP_LTZ;
    }
}
