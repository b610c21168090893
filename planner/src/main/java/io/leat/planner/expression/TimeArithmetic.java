package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/** Arithmetic with times and intervals. */
final class TimeArithmetic {

    private TimeArithmetic() {}

    static Expression translate(
            Operation operation, List<Expression> operands, DataType type, TranslationContext context) {
        return switch (operation) {
            case TIMES, DIVIDE -> scale(operation, operands, type);
            case PLUS, MINUS -> shift(operation, operands, type, context);
            default -> new Call(operation, operands, type);
        };
    }

    /** An interval taken a number of times, or a part of it; constants are multiplied here. */
    private static Expression scale(Operation operation, List<Expression> operands, DataType type) {
        if (operation == Operation.TIMES
                && operands.get(0) instanceof Literal unit
                && operands.get(1) instanceof Literal count
                && isInterval(unit.type())
                && count.type().kind().isInteger()) {
            return fold(unit, count, type);
        }
        boolean nullable = operands.stream().anyMatch(operand -> operand.type().nullable());
        return new Call(operation, operands, type.withNullable(nullable));
    }

    private static Expression fold(Literal unit, Literal count, DataType type) {
        if (unit.value() == null || count.value() == null) {
            return new Literal(null, type.withNullable(true));
        }
        long times = ((Number) count.value()).longValue();
        Object value = unit.value() instanceof Duration duration
                ? duration.multipliedBy(times)
                : ((Period) unit.value()).multipliedBy(Math.toIntExact(times)).normalized();
        return new Literal(value, type.withNullable(false));
    }

    /** A time moved by an interval, or the interval between two times. */
    private static Expression shift(
            Operation operation, List<Expression> operands, DataType type, TranslationContext context) {
        Expression left = operands.get(0);
        Expression right = operands.get(1);
        if (isInterval(type) && !isInterval(left.type()) && !isInterval(right.type())) {
            List<Expression> times = ComparisonCalls.comparable(timestamp(left), timestamp(right), context);
            return new Call(operation, times, type);
        }
        boolean widened = type.kind() == TypeKind.TIMESTAMP;
        Expression a = widened ? timestamp(left) : left;
        Expression b = widened ? timestamp(right) : right;
        return new Call(operation, List.of(a, b), type);
    }

    private static Expression timestamp(Expression operand) {
        return operand.type().kind() == TypeKind.DATE ? Conversions.cast(operand, DataType.TIMESTAMP) : operand;
    }

    private static boolean isInterval(DataType type) {
        return type.kind() == TypeKind.INTERVAL_MONTHS || type.kind() == TypeKind.INTERVAL_MILLIS;
    }
}
