package io.leat.executor.kernel;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Invoke;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls a static method for every row. What the method throws becomes the row's error.
 *
 * @param method takes the arguments as an array of objects and gives an object
 * @param strict whether the value is NULL without a call when an argument is NULL
 */
record InvokeKernel(
        String name,
        MethodHandle method,
        boolean strict,
        List<Kernel> operands,
        List<InvokeArgument> arguments,
        InvokeResult result)
        implements Kernel {

    /**
     * Finds the method.
     *
     * @throws LeatException if there is none, or it does not take such arguments
     */
    static Kernel compile(Invoke invoke, List<Typed> operands, ClassLoader loader) {
        Method method = find(invoke, loader);
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != operands.size()) {
            throw LeatException.internal(
                    invoke.methodName() + " takes " + parameters.length + " arguments, not " + operands.size(), null);
        }
        List<InvokeArgument> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            arguments.add(InvokeArgument.of(operands.get(i).type(), parameters[i]));
        }
        return new InvokeKernel(
                invoke.methodName(),
                handle(method),
                invoke.strict(),
                operands.stream().map(Typed::kernel).toList(),
                arguments,
                new InvokeResult(invoke.type()));
    }

    private static Method find(Invoke invoke, ClassLoader loader) {
        try {
            ClassLoader found = loader == null ? InvokeKernel.class.getClassLoader() : loader;
            for (Method method : Class.forName(invoke.className(), true, found).getMethods()) {
                if (method.getName().equals(invoke.methodName())
                        && Modifier.isStatic(method.getModifiers())
                        && parameterNames(method).equals(invoke.parameterTypes())) {
                    return method;
                }
            }
        } catch (ClassNotFoundException missing) {
            throw unknown(invoke, missing);
        }
        throw unknown(invoke, null);
    }

    private static List<String> parameterNames(Method method) {
        return List.of(method.getParameterTypes()).stream().map(Class::getName).toList();
    }

    private static LeatException unknown(Invoke invoke, Throwable cause) {
        return LeatException.of(
                        ErrorCode.UNKNOWN_FUNCTION,
                        "the implementation of " + invoke.methodName() + " is missing",
                        cause)
                .hint("Put the jar that contains the function on the class path.");
    }

    private static MethodHandle handle(Method method) {
        try {
            return MethodHandles.publicLookup()
                    .unreflect(method)
                    .asFixedArity()
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException hidden) {
            throw LeatException.of(
                            ErrorCode.UNKNOWN_FUNCTION,
                            "the function " + method.getName() + " is not accessible",
                            hidden)
                    .hint("Make the class and the method public.");
        }
    }

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        List<Column> columns = new ArrayList<>(operands.size());
        for (Kernel operand : operands) {
            columns.add(operand.evaluate(input, selection));
        }
        Object[] values = new Object[arguments.size()];
        ColumnBuilder builder = ColumnBuilder.of(result.type(), input.size());
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            while (builder.size() < row) {
                builder.appendNull();
            }
            if (read(columns, row, values)) {
                result.append(builder, call(values));
            } else {
                builder.appendNull();
            }
        }
        return NestedKernels.filled(builder, input.size());
    }

    /** Reads a row's arguments; false if the value is NULL without a call. */
    private boolean read(List<Column> columns, int row, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            InvokeArgument argument = arguments.get(i);
            values[i] = columns.get(i).isNull(row) ? null : argument.reader().read(columns.get(i), row);
            if (values[i] == null && (strict || argument.primitive())) {
                return false;
            }
        }
        return true;
    }

    private Object call(Object[] values) {
        try {
            return method.invokeExact(values);
        } catch (LeatException error) {
            throw error;
        } catch (ArithmeticException error) {
            throw arithmetic(error);
        } catch (RuntimeException error) {
            throw LeatException.of(ErrorCode.DATA, message(error), error);
        } catch (Error error) {
            throw error;
        } catch (Throwable error) {
            throw LeatException.of(ErrorCode.DATA, message(error), error);
        }
    }

    private LeatException arithmetic(ArithmeticException error) {
        String text = String.valueOf(error.getMessage());
        boolean byZero = text.contains("zero") || text.contains("undefined");
        return byZero
                ? RowErrors.divisionByZero()
                : LeatException.of(
                        ErrorCode.NUMERIC_OUT_OF_RANGE,
                        result.type().withNullable(true)
                                + " out of range: "
                                + (error.getMessage() == null ? name : text),
                        error);
    }

    private String message(Throwable error) {
        String text = error.getMessage();
        return text == null || text.isBlank()
                ? name + " failed"
                : text.lines().findFirst().orElse(name);
    }
}
