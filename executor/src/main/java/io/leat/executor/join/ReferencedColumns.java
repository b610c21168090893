package io.leat.executor.join;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionVisitor;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns that an expression reads. */
final class ReferencedColumns implements ExpressionVisitor<Boolean> {
    private final Set<Integer> columns = new TreeSet<>();

    private ReferencedColumns() {}

    static Set<Integer> of(Expression expression) {
        ReferencedColumns found = new ReferencedColumns();
        expression.accept(found);
        return found.columns;
    }

    @Override
    public Boolean column(ColumnReference column) {
        return columns.add(column.index());
    }

    @Override
    public Boolean literal(Literal literal) {
        return false;
    }

    @Override
    public Boolean call(Call call) {
        return all(call.operands());
    }

    @Override
    public Boolean cast(Cast cast) {
        return cast.operand().accept(this);
    }

    @Override
    public Boolean invoke(Invoke invoke) {
        return all(invoke.operands());
    }

    private Boolean all(List<Expression> operands) {
        operands.forEach(operand -> operand.accept(this));
        return !operands.isEmpty();
    }
}
