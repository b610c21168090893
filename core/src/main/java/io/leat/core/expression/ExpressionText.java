package io.leat.core.expression;

import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions as people write them, with the names of the input's columns. */
public final class ExpressionText implements ExpressionVisitor<String> {
    private static final Map<Operation, String> INFIX = Map.ofEntries(
            Map.entry(Operation.PLUS, "+"),
            Map.entry(Operation.MINUS, "-"),
            Map.entry(Operation.TIMES, "*"),
            Map.entry(Operation.DIVIDE, "/"),
            Map.entry(Operation.MODULO, "%"),
            Map.entry(Operation.EQUALS, "="),
            Map.entry(Operation.NOT_EQUALS, "<>"),
            Map.entry(Operation.LESS, "<"),
            Map.entry(Operation.LESS_OR_EQUAL, "<="),
            Map.entry(Operation.GREATER, ">"),
            Map.entry(Operation.GREATER_OR_EQUAL, ">="),
            Map.entry(Operation.AND, "AND"),
            Map.entry(Operation.OR, "OR"),
            Map.entry(Operation.LIKE, "LIKE"),
            Map.entry(Operation.CONCAT, "||"),
            Map.entry(Operation.IS_DISTINCT_FROM, "IS DISTINCT FROM"),
            Map.entry(Operation.IS_NOT_DISTINCT_FROM, "IS NOT DISTINCT FROM"));
    private static final Map<Operation, String> POSTFIX = Map.of(
            Operation.IS_NULL, "IS NULL",
            Operation.IS_NOT_NULL, "IS NOT NULL",
            Operation.IS_TRUE, "IS TRUE",
            Operation.IS_NOT_TRUE, "IS NOT TRUE",
            Operation.IS_FALSE, "IS FALSE",
            Operation.IS_NOT_FALSE, "IS NOT FALSE");

    private final Schema schema;

    private ExpressionText(Schema schema) {
        this.schema = schema;
    }

    /** An expression over the columns of a schema. */
    public static String of(Expression expression, Schema schema) {
        return expression.accept(new ExpressionText(schema));
    }

    @Override
    public String column(ColumnReference column) {
        return schema.name(column.index());
    }

    @Override
    public String literal(Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return "NULL";
        }
        if (literal.type().kind() == TypeKind.INTERVAL_MILLIS && value instanceof Duration duration) {
            return Durations.of(duration.toMillis());
        }
        return literal.type().kind().isText() ? "'" + value.toString().replace("'", "''") + "'" : value.toString();
    }

    @Override
    public String call(Call call) {
        List<Expression> operands = call.operands();
        if (INFIX.containsKey(call.operation()) && operands.size() > 1) {
            return operands.stream()
                    .map(this::operand)
                    .collect(Collectors.joining(" " + INFIX.get(call.operation()) + " "));
        }
        if (POSTFIX.containsKey(call.operation())) {
            return operand(operands.get(0)) + " " + POSTFIX.get(call.operation());
        }
        if (call.operation() == Operation.IN) {
            return operand(operands.get(0)) + " IN " + list(operands.subList(1, operands.size()));
        }
        return call.operation() + list(operands);
    }

    private String operand(Expression operand) {
        String text = operand.accept(this);
        boolean nested = operand instanceof Call call
                && (INFIX.containsKey(call.operation()) || POSTFIX.containsKey(call.operation()));
        return nested ? "(" + text + ")" : text;
    }

    private String list(List<Expression> operands) {
        return operands.stream().map(operand -> operand.accept(this)).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String cast(Cast cast) {
        return (cast.safe() ? "TRY_CAST(" : "CAST(") + cast.operand().accept(this) + " AS "
                + cast.type().withNullable(true) + ")";
    }

    @Override
    public String invoke(Invoke invoke) {
        return invoke.methodName() + list(invoke.operands());
    }
}
