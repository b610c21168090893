package io.leat.planner.incremental;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Join;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a join demands of the times of a pair of rows: {@code value(earlier) <= value(later) + millis}, one a column of the
 * left input and one of the right.
 *
 * @param earlierLeft whether the earlier time is the left row's
 * @param earlier a column of that input
 * @param later a column of the other input
 */
record TimeComparison(boolean earlierLeft, int earlier, int later, long millis) {

    /** All that follow from a join's keys and from the conjuncts of its further condition. */
    static List<TimeComparison> of(Join join) {
        List<TimeComparison> comparisons = new ArrayList<>();
        Schema left = join.left().schema();
        for (int i = 0; i < join.leftKeys().size(); i++) {
            int leftKey = join.leftKeys().get(i);
            int rightKey = join.rightKeys().get(i);
            if (ShiftedColumn.isTime(left.type(leftKey))) {
                comparisons.add(new TimeComparison(true, leftKey, rightKey, 0));
                comparisons.add(new TimeComparison(false, rightKey, leftKey, 0));
            }
        }
        join.residual().ifPresent(condition -> addAll(condition, left.size(), comparisons));
        return comparisons;
    }

    private static void addAll(Expression condition, int leftWidth, List<TimeComparison> into) {
        if (!(condition instanceof Call call)) {
            return;
        }
        List<Expression> operands = call.operands();
        switch (call.operation()) {
            case AND -> operands.forEach(operand -> addAll(operand, leftWidth, into));
            case LESS_OR_EQUAL -> add(operands.get(0), operands.get(1), 0, leftWidth, into);
            case LESS -> add(operands.get(0), operands.get(1), -1, leftWidth, into);
            case GREATER_OR_EQUAL -> add(operands.get(1), operands.get(0), 0, leftWidth, into);
            case GREATER -> add(operands.get(1), operands.get(0), -1, leftWidth, into);
            case EQUALS -> {
                add(operands.get(0), operands.get(1), 0, leftWidth, into);
                add(operands.get(1), operands.get(0), 0, leftWidth, into);
            }
            default -> {}
        }
    }

    /** Adds {@code earlier <= later + millis} if both are times and of different inputs. */
    private static void add(
            Expression earlier, Expression later, long millis, int leftWidth, List<TimeComparison> into) {
        Optional<ShiftedColumn> from = ShiftedColumn.of(earlier);
        Optional<ShiftedColumn> to = ShiftedColumn.of(later);
        if (from.isEmpty()
                || to.isEmpty()
                || earlier.type().kind() != later.type().kind()) {
            return;
        }
        boolean fromLeft = from.get().column() < leftWidth;
        if (fromLeft != to.get().column() < leftWidth) {
            into.add(new TimeComparison(
                    fromLeft,
                    from.get().column() - (fromLeft ? 0 : leftWidth),
                    to.get().column() - (fromLeft ? leftWidth : 0),
                    millis + to.get().millis() - from.get().millis()));
        }
    }
}
