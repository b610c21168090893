package io.leat.core.expression;

import io.leat.core.type.DataType;
import java.util.List;

/**
 * A conversion to another type.
 *
 * @param safe TRY_CAST: NULL where the value cannot be converted, instead of an error
 */
public record Cast(Expression operand, DataType type, boolean safe) implements Expression {

    @Override
    public List<Expression> operands() {
        return List.of(operand);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.cast(this);
    }

    @Override
    public String toString() {
        return (safe ? "TRY_CAST(" : "CAST(") + operand + " AS " + type + ")";
    }
}
