package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Which numbers a condition lets pass.
 *
 * @param first the least
 * @param last the greatest
 * @param exact whether it lets all in between pass, and asks nothing else
 */
record RankRange(long first, long last, boolean exact) {
    /** Every number. */
    static final RankRange ALL = new RankRange(1, Long.MAX_VALUE, true);

    /** The conditions of which a condition is the conjunction. */
    static List<Expression> conjuncts(Expression condition) {
        if (condition instanceof Call call && call.operation() == Operation.AND) {
            return call.operands().stream()
                    .flatMap(operand -> conjuncts(operand).stream())
                    .toList();
        }
        return List.of(condition);
    }

    /** The range that a condition implies for a column of numbers; empty if it says nothing of it. */
    static Optional<RankRange> of(Expression condition, int column) {
        if (!(condition instanceof Call call)) {
            return Optional.empty();
        }
        return switch (call.operation()) {
            case AND ->
                call.operands().stream()
                        .map(operand -> of(operand, column).orElse(new RankRange(1, Long.MAX_VALUE, false)))
                        .reduce(RankRange::and);
            case OR -> ofAny(call.operands(), column);
            case IN -> ofPoints(call.operands(), column);
            case EQUALS, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ofComparison(call, column);
            default -> Optional.empty();
        };
    }

    private static Optional<RankRange> ofAny(List<Expression> operands, int column) {
        Optional<RankRange> hull = Optional.empty();
        for (Expression operand : operands) {
            Optional<RankRange> range = of(operand, column);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            hull = Optional.of(hull.map(range.get()::or).orElse(range.get().inexact()));
        }
        return hull;
    }

    private static Optional<RankRange> ofPoints(List<Expression> operands, int column) {
        if (!isColumn(operands.get(0), column)) {
            return Optional.empty();
        }
        Optional<RankRange> hull = Optional.empty();
        for (Expression point : operands.subList(1, operands.size())) {
            Optional<RankRange> range = compared(Operation.EQUALS, point);
            if (range.isEmpty()) {
                return Optional.empty();
            }
            hull = Optional.of(hull.map(range.get()::or).orElse(range.get().inexact()));
        }
        return hull;
    }

    private static boolean isColumn(Expression expression, int column) {
        return expression instanceof ColumnReference reference && reference.index() == column;
    }

    private static Optional<RankRange> ofComparison(Call call, int column) {
        Expression left = call.operands().get(0);
        Expression right = call.operands().get(1);
        if (isColumn(left, column)) {
            return compared(call.operation(), right);
        }
        return isColumn(right, column) ? compared(turned(call.operation()), left) : Optional.empty();
    }

    private static Operation turned(Operation operation) {
        return switch (operation) {
            case LESS -> Operation.GREATER;
            case LESS_OR_EQUAL -> Operation.GREATER_OR_EQUAL;
            case GREATER -> Operation.LESS;
            case GREATER_OR_EQUAL -> Operation.LESS_OR_EQUAL;
            default -> operation;
        };
    }

    private static Optional<RankRange> compared(Operation operation, Expression bound) {
        boolean whole = bound instanceof Literal literal
                && literal.type().kind().isInteger()
                && literal.value() instanceof Number;
        if (!whole) {
            return Optional.empty();
        }
        long value = ((Number) ((Literal) bound).value()).longValue();
        return switch (operation) {
            case EQUALS -> range(value, value);
            case LESS -> range(1, value == Long.MIN_VALUE ? 0 : value - 1);
            case LESS_OR_EQUAL -> range(1, value);
            case GREATER -> range(value == Long.MAX_VALUE ? value : value + 1, Long.MAX_VALUE);
            default -> range(value, Long.MAX_VALUE);
        };
    }

    private static Optional<RankRange> range(long first, long last) {
        return Optional.of(new RankRange(Math.max(first, 1), Math.max(last, 0), true));
    }

    private RankRange inexact() {
        return new RankRange(first, last, false);
    }

    /** What both let pass. */
    RankRange and(RankRange other) {
        return new RankRange(Math.max(first, other.first), Math.min(last, other.last), exact && other.exact);
    }

    private RankRange or(RankRange other) {
        return new RankRange(Math.min(first, other.first), Math.max(last, other.last), false);
    }
}
