package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionVisitor;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import java.util.List;

/** An expression over the columns of a projection as one over the projection's input. */
final class Substitution implements ExpressionVisitor<Expression> {
    private final List<Expression> columns;

    private Substitution(List<Expression> columns) {
        this.columns = columns;
    }

    /** The expression with other expressions in the place of its columns. */
    static Expression of(Expression expression, List<Expression> columns) {
        return expression.accept(new Substitution(columns));
    }

    @Override
    public Expression column(ColumnReference column) {
        return columns.get(column.index());
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
        return new Cast(cast.operand().accept(this), cast.type(), cast.safe());
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

    private List<Expression> all(List<Expression> operands) {
        return operands.stream().map(operand -> operand.accept(this)).toList();
    }
}
