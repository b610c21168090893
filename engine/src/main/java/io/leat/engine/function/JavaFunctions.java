package io.leat.engine.function;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.engine.JavaFunction;
import io.leat.planner.catalog.UserFunction;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Functions in Java as SQL sees them: the types come from their method. */
public final class JavaFunctions {
    private static final String METHOD = "eval";
    private static final int DECIMAL_PRECISION = 38;
    private static final int DECIMAL_SCALE = 18;

    private static final Map<Class<?>, DataType> TYPES = Map.ofEntries(
            Map.entry(boolean.class, DataType.BOOLEAN),
            Map.entry(Boolean.class, DataType.BOOLEAN),
            Map.entry(int.class, DataType.INTEGER),
            Map.entry(Integer.class, DataType.INTEGER),
            Map.entry(long.class, DataType.BIGINT),
            Map.entry(Long.class, DataType.BIGINT),
            Map.entry(double.class, DataType.DOUBLE),
            Map.entry(Double.class, DataType.DOUBLE),
            Map.entry(String.class, DataType.STRING),
            Map.entry(BigDecimal.class, DataType.decimal(DECIMAL_PRECISION, DECIMAL_SCALE)),
            Map.entry(LocalDate.class, DataType.DATE),
            Map.entry(LocalDateTime.class, DataType.TIMESTAMP),
            Map.entry(Instant.class, DataType.TIMESTAMP_LTZ));

    private JavaFunctions() {}

    /**
     * A class that is on the class path as a service, by its name. No other class is looked for.
     *
     * @throws LeatException UNKNOWN_FUNCTION if there is none of that name
     */
    public static Class<?> service(String className) {
        return ServiceLoader.load(JavaFunction.class).stream()
                .map(ServiceLoader.Provider::type)
                .filter(type -> type.getName().equals(className))
                .findFirst()
                .orElseThrow(
                        () -> LeatException.of(
                                        ErrorCode.UNKNOWN_FUNCTION,
                                        "there is no function of the class '" + className + "'")
                                .hint(
                                        "Only classes that a jar on the class path names as a service JavaFunction can be used."));
    }

    /**
     * The function that a class makes.
     *
     * @throws LeatException INVALID_DEFINITION if it has not exactly one public static method {@code eval}, or SQL has no
     *     type for a parameter or the result
     */
    public static UserFunction of(String name, Class<?> owner) {
        Method method = method(name, owner);
        List<Field> fields = new ArrayList<>();
        List<Expression> parameters = new ArrayList<>();
        for (Class<?> parameter : method.getParameterTypes()) {
            DataType type = type(name, parameter);
            parameters.add(new ColumnReference(fields.size(), type));
            fields.add(new Field("p" + (fields.size() + 1), type));
        }
        List<String> names =
                Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
        boolean strict = Arrays.stream(method.getParameterTypes()).anyMatch(Class::isPrimitive);
        DataType result = type(name, method.getReturnType());
        Invoke call = new Invoke(owner.getName(), METHOD, names, strict, parameters, result);
        return new UserFunction(name, new Schema(fields), result, call);
    }

    private static Method method(String name, Class<?> owner) {
        List<Method> methods = Arrays.stream(owner.getMethods())
                .filter(method -> method.getName().equals(METHOD) && Modifier.isStatic(method.getModifiers()))
                .toList();
        if (methods.size() != 1 || !Modifier.isPublic(owner.getModifiers())) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "the class of function \"" + name + "\" has not exactly one public static method eval")
                    .hint("Make the class public, with one method: public static long eval(String text) { ... }");
        }
        return methods.get(0);
    }

    private static DataType type(String function, Class<?> type) {
        DataType known = TYPES.get(type);
        if (known == null) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION,
                            "function \"" + function + "\" has a parameter or result of type " + type.getSimpleName())
                    .hint("There are boolean, int, long, double and their boxes, String, BigDecimal, LocalDate, "
                            + "LocalDateTime and Instant.");
        }
        return known;
    }
}
