package io.leat.core.expression;

import io.leat.core.type.DataType;
import java.util.List;
import java.util.stream.Collectors;

/** A native operation on some operands. What each operation expects is said at {@link Operation}. */
public record Call(Operation operation, List<Expression> operands, DataType type) implements Expression {
    public Call {
        operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.call(this);
    }

    @Override
    public String toString() {
        return operation + operands.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")")) + ":"
                + type;
    }
}
