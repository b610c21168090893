package io.leat.planner.expression;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.apache.calcite.schema.impl.ReflectiveFunctionBase;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/** Functions that users registered: calls of their static method, which sees NULL arguments. */
final class UserFunctions {

    private UserFunctions() {}

    static Optional<CallTranslation> find(SqlOperator operator) {
        if (operator instanceof SqlUserDefinedFunction function
                && function.getFunction() instanceof ReflectiveFunctionBase reflective
                && Modifier.isStatic(reflective.method.getModifiers())) {
            return Optional.of(translation(reflective.method));
        }
        return Optional.empty();
    }

    /** A method with a primitive parameter cannot see a NULL, so NULL is then the answer. */
    private static CallTranslation translation(Method method) {
        boolean strict = Arrays.stream(method.getParameterTypes()).anyMatch(Class::isPrimitive);
        return (call, operands, context) -> MethodCalls.invoke(method, strict, operands, Calls.type(call));
    }
}
