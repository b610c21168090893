package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionVisitor;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** The same expression over columns that have moved. */
public final class ColumnMapping implements ExpressionVisitor<Expression> {
    private final IntUnaryOperator place;

    private ColumnMapping(IntUnaryOperator place) {
        this.place = place;
    }

    /** The expression with each column at its new place. */
    public static Expression remap(Expression expression, IntUnaryOperator place) {
        return expression.accept(new ColumnMapping(place));
    }

    /** The columns that an expression reads. */
    public static Set<Integer> columns(Expression expression) {
        return expression.columns();
    }

    @Override
    public Expression column(ColumnReference column) {
        return new ColumnReference(place.applyAsInt(column.index()), column.type());
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
