package io.leat.planner.expression;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.type.DataType;
import io.leat.planner.function.MethodBinding;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Calls of static methods: finds the overload that fits the operands best and converts them to what it wants. */
final class MethodCalls {

    private MethodCalls() {}

    /** The call of a function of ours; instants become local times, as all our functions of times take them. */
    static Expression translate(
            MethodBinding binding, List<Expression> operands, DataType type, TranslationContext context) {
        List<Expression> arguments = new ArrayList<>();
        operands.forEach(operand -> arguments.add(ZoneCasts.toLocal(operand, context)));
        if (binding.zoned()) {
            arguments.add(Literals.name(context.zone().getId()));
        }
        return invoke(binding.owner(), binding.method(), binding.strict(), arguments, type);
    }

    /** The call of the overload of a method that fits best. */
    static Expression invoke(Class<?> owner, String name, boolean strict, List<Expression> arguments, DataType type) {
        Method method = Arrays.stream(owner.getMethods())
                .filter(candidate -> candidate.getName().equals(name) && Modifier.isStatic(candidate.getModifiers()))
                .filter(candidate -> candidate.getParameterCount() == arguments.size())
                .filter(candidate -> cost(candidate, arguments) < MethodParameters.IMPOSSIBLE)
                .min(Comparator.comparingInt(candidate -> cost(candidate, arguments)))
                .orElseThrow(() -> noOverload(name, arguments));
        return invoke(method, strict, arguments, type);
    }

    /** The call of a method. */
    static Expression invoke(Method method, boolean strict, List<Expression> arguments, DataType type) {
        Class<?>[] parameters = method.getParameterTypes();
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            DataType wanted =
                    MethodParameters.wanted(parameters[i], arguments.get(i).type());
            converted.add(Conversions.cast(arguments.get(i), wanted));
        }
        List<String> names = Arrays.stream(parameters).map(Class::getName).toList();
        boolean nullable =
                arguments.stream().anyMatch(argument -> argument.type().nullable());
        DataType result = strict && nullable ? type.withNullable(true) : type;
        return new Invoke(method.getDeclaringClass().getName(), method.getName(), names, strict, converted, result);
    }

    private static int cost(Method method, List<Expression> arguments) {
        int cost = 0;
        for (int i = 0; i < arguments.size(); i++) {
            cost += MethodParameters.cost(
                    method.getParameterTypes()[i], arguments.get(i).type());
        }
        return cost;
    }

    private static LeatException noOverload(String name, List<Expression> arguments) {
        List<String> types = arguments.stream()
                .map(argument -> argument.type().withNullable(true).toString())
                .toList();
        return LeatException.of(
                        ErrorCode.TYPE_MISMATCH,
                        "function " + name + " cannot be called with (" + String.join(", ", types) + ")")
                .hint("CAST the arguments. SHOW FUNCTIONS lists the functions with what they take.");
    }
}
