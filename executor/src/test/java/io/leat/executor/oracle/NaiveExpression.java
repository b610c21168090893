package io.leat.executor.oracle;

import io.leat.core.batch.JavaValues;
import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionVisitor;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The value of an expression for one row, by walking the tree; knows the operations that tests of operators need. */
public final class NaiveExpression implements ExpressionVisitor<Object> {
    private final List<Object> row;

    private NaiveExpression(List<Object> row) {
        this.row = row;
    }

    /** The value, a Java value or null. */
    public static Object evaluate(Expression expression, List<Object> row) {
        return expression.accept(new NaiveExpression(row));
    }

    /** Whether a condition is true: not false and not NULL. */
    public static boolean isTrue(Expression condition, List<Object> row) {
        return Boolean.TRUE.equals(evaluate(condition, row));
    }

    @Override
    public Object column(ColumnReference column) {
        return row.get(column.index());
    }

    @Override
    public Object literal(Literal literal) {
        return literal.value();
    }

    @Override
    public Object cast(Cast cast) {
        Object value = cast.operand().accept(this);
        if (value == null || cast.type().kind() == cast.operand().type().kind() && !(value instanceof BigDecimal)) {
            return value;
        }
        if (cast.type().kind().isText()) {
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }
        return NaiveValues.number(cast.type(), NaiveValues.exact(value));
    }

    @Override
    public Object invoke(Invoke invoke) {
        throw new UnsupportedOperationException("the oracle does not call " + invoke.methodName());
    }

    @Override
    public Object call(Call call) {
        List<Expression> operands = call.operands();
        return switch (call.operation()) {
            case AND -> logic(operands, false);
            case OR -> logic(operands, true);
            case CASE -> choose(operands);
            case COALESCE -> coalesce(operands);
            case IN -> in(operands);
            case IS_NULL -> value(operands, 0) == null;
            case IS_NOT_NULL -> value(operands, 0) != null;
            case IS_TRUE -> Boolean.TRUE.equals(value(operands, 0));
            case IS_NOT_TRUE -> !Boolean.TRUE.equals(value(operands, 0));
            case IS_FALSE -> Boolean.FALSE.equals(value(operands, 0));
            case IS_NOT_FALSE -> !Boolean.FALSE.equals(value(operands, 0));
            case IS_DISTINCT_FROM -> !same(value(operands, 0), value(operands, 1));
            case IS_NOT_DISTINCT_FROM -> same(value(operands, 0), value(operands, 1));
            default -> strict(call, operands.stream().map(o -> o.accept(this)).toArray());
        };
    }

    private Object value(List<Expression> operands, int index) {
        return operands.get(index).accept(this);
    }

    private static boolean same(Object left, Object right) {
        return left == null || right == null ? left == right : NaiveValues.compare(left, right) == 0;
    }

    /** AND is decided by a false, OR by a true; otherwise a NULL makes it NULL. */
    private Object logic(List<Expression> operands, boolean decides) {
        Boolean result = !decides;
        for (Expression operand : operands) {
            Object value = operand.accept(this);
            if (value != null && (Boolean) value == decides) {
                return decides;
            }
            result = value == null ? null : result;
        }
        return result;
    }

    private Object choose(List<Expression> operands) {
        for (int i = 0; i + 1 < operands.size(); i += 2) {
            if (Boolean.TRUE.equals(value(operands, i))) {
                return value(operands, i + 1);
            }
        }
        return value(operands, operands.size() - 1);
    }

    private Object coalesce(List<Expression> operands) {
        return operands.stream()
                .map(operand -> operand.accept(this))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private Object in(List<Expression> operands) {
        Object needle = value(operands, 0);
        Boolean found = needle == null ? null : Boolean.FALSE;
        for (int i = 1; needle != null && i < operands.size(); i++) {
            Object candidate = value(operands, i);
            if (candidate != null && NaiveValues.compare(needle, candidate) == 0) {
                return true;
            }
            found = candidate == null ? null : found;
        }
        return found;
    }

    private static Object strict(Call call, Object[] values) {
        for (Object value : values) {
            if (value == null) {
                return null;
            }
        }
        return switch (call.operation()) {
            case NOT -> !(Boolean) values[0];
            case EQUALS -> NaiveValues.compare(values[0], values[1]) == 0;
            case NOT_EQUALS -> NaiveValues.compare(values[0], values[1]) != 0;
            case LESS -> NaiveValues.compare(values[0], values[1]) < 0;
            case LESS_OR_EQUAL -> NaiveValues.compare(values[0], values[1]) <= 0;
            case GREATER -> NaiveValues.compare(values[0], values[1]) > 0;
            case GREATER_OR_EQUAL -> NaiveValues.compare(values[0], values[1]) >= 0;
            case NEGATE ->
                NaiveValues.number(call.type(), NaiveValues.exact(values[0]).negate());
            case ABS ->
                NaiveValues.number(call.type(), NaiveValues.exact(values[0]).abs());
            case PLUS, MINUS, TIMES, DIVIDE, MODULO -> arithmetic(call, values);
            case CONCAT -> String.join("", List.of(values).toArray(String[]::new));
            case UPPER -> ((String) values[0]).toUpperCase(java.util.Locale.ROOT);
            case LOWER -> ((String) values[0]).toLowerCase(java.util.Locale.ROOT);
            default -> throw new UnsupportedOperationException("the oracle does not know " + call.operation());
        };
    }

    private static Object arithmetic(Call call, Object[] values) {
        DataType type = call.type();
        if (!type.kind().isNumeric()) {
            return timeArithmetic(call, values);
        }
        if (type.kind().isApproximate()) {
            double result = approximate(
                    call.operation(), ((Number) values[0]).doubleValue(), ((Number) values[1]).doubleValue());
            return switch (type.kind()) {
                case REAL -> (Object) (float) result;
                default -> (Object) result;
            };
        }
        return NaiveValues.number(type, exact(call, NaiveValues.exact(values[0]), NaiveValues.exact(values[1])));
    }

    private static double approximate(Operation operation, double left, double right) {
        return switch (operation) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDE -> left / right;
            default -> left % right;
        };
    }

    private static BigDecimal exact(Call call, BigDecimal left, BigDecimal right) {
        return switch (call.operation()) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case DIVIDE ->
                call.type().kind().isInteger()
                        ? left.divideToIntegralValue(right)
                        : left.divide(right, call.type().scale(), RoundingMode.HALF_UP);
            default -> left.remainder(right);
        };
    }

    /** Milliseconds with milliseconds; months by calendar are not known here. */
    private static Object timeArithmetic(Call call, Object[] values) {
        long left = JavaValues.toLong(call.operands().get(0).type(), values[0]);
        long right = JavaValues.toLong(call.operands().get(1).type(), values[1]);
        return switch (call.operation()) {
            case PLUS -> JavaValues.fromLong(call.type(), left + right);
            case MINUS -> JavaValues.fromLong(call.type(), left - right);
            default -> throw new UnsupportedOperationException("the oracle has no times with " + call.operation());
        };
    }
}
