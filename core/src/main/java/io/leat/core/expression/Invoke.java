package io.leat.core.expression;

import io.leat.core.type.DataType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call of a public static Java method: how the long tail of SQL functions and functions of users are run.
 *
 * <p>Arguments reach the method in the form its parameters ask for. Integers and booleans convert to {@code int},
 * {@code long}, {@code short}, {@code byte}, {@code boolean} or their boxes; DATE and TIME arrive as {@code int} (days;
 * milliseconds of the day), timestamps as {@code long} milliseconds; DECIMAL as {@code BigDecimal}; text as
 * {@code String}; binary as {@code byte[]}; REAL and DOUBLE as {@code float} or {@code double}; a parameter of type
 * {@code Object} gets the value's box. What the method returns goes back the same way; null is NULL. Only the planner
 * makes these, from its own list: SQL text never names a class.
 *
 * @param className the class that has the method
 * @param methodName the method, public and static
 * @param parameterTypes names of the parameters' classes as {@link Class#getName} gives them ({@code "long"},
 *     {@code "java.lang.String"}), to tell overloads apart
 * @param strict whether the value is NULL without a call when an argument is NULL
 */
public record Invoke(
        String className,
        String methodName,
        List<String> parameterTypes,
        boolean strict,
        List<Expression> operands,
        DataType type)
        implements Expression {
    public Invoke {
        parameterTypes = List.copyOf(parameterTypes);
        operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.invoke(this);
    }

    @Override
    public String toString() {
        return methodName + operands.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")")) + ":"
                + type;
    }
}
