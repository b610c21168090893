package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionVisitor;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The same expression with parts of it replaced. */
public final class Substitution implements ExpressionVisitor<Expression> {
    private final Function<Expression, Optional<Expression>> replacement;

    private Substitution(Function<Expression, Optional<Expression>> replacement) {
        this.replacement = replacement;
    }

    /** The expression, every part that has a replacement replaced; what replaces it is not looked into. */
    public static Expression replace(Expression expression, Function<Expression, Optional<Expression>> replacement) {
        return new Substitution(replacement).of(expression);
    }

    /** The expression, with the expression at a column's number in the place of that column. */
    public static Expression ofColumns(Expression expression, List<Expression> columns) {
        return replace(
                expression,
                part -> part instanceof ColumnReference column
                        ? Optional.of(columns.get(column.index()))
                        : Optional.empty());
    }

    private Expression of(Expression expression) {
        return replacement.apply(expression).orElseGet(() -> expression.accept(this));
    }

    private List<Expression> all(List<Expression> operands) {
        return operands.stream().map(this::of).toList();
    }

    @Override
    public Expression column(ColumnReference column) {
        return column;
    }

    @Override
    public Expression literal(Literal literal) {
        return literal;
    }

    @Override
    public Expression call(Call call) {
        return new Call(call.operation(), all(call.operands()), call.type());
    }

    @Override
    public Expression cast(Cast cast) {
        return new Cast(of(cast.operand()), cast.type(), cast.safe());
    }

    @Override
    public Expression invoke(Invoke invoke) {
        return new Invoke(
                invoke.className(),
                invoke.methodName(),
                invoke.parameterTypes(),
                invoke.strict(),
                all(invoke.operands()),
                invoke.type());
    }
}
