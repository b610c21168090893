package io.leat.core.expression;

import io.leat.core.type.DataType;
import java.util.List;
import java.util.Set;

/** The value of a column of the input. */
public record ColumnReference(int index, DataType type) implements Expression {

    @Override
    public List<Expression> operands() {
        return List.of();
    }

    @Override
    public Set<Integer> columns() {
        return Set.of(index);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.column(this);
    }

    @Override
    public String toString() {
        return "$" + index;
    }
}
