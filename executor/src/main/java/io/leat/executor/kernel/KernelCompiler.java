package io.leat.executor.kernel;

import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import java.util.List;

/** Turns expressions into kernels. */
public final class KernelCompiler {

    private KernelCompiler() {}

    /**
     * A kernel for an expression, with the current thread's class loader for the methods that it calls.
     *
     * @throws LeatException if there is no kernel for an operation on operands of such types
     */
    public static Kernel compile(Expression expression) {
        return compile(expression, Thread.currentThread().getContextClassLoader());
    }

    /**
     * A kernel for an expression, with a class loader for the methods that it calls.
     *
     * @throws LeatException if there is no kernel for an operation on operands of such types, or no such method
     */
    public static Kernel compile(Expression expression, ClassLoader loader) {
        return expression.accept(new CallCompiler(loader));
    }

    /** Kernels for some expressions, in their order. */
    public static List<Kernel> compileAll(List<Expression> expressions) {
        return expressions.stream().map(KernelCompiler::compile).toList();
    }

    /** A predicate for a condition: a BOOLEAN expression. */
    public static Predicate predicate(Expression condition) {
        return predicate(condition, Thread.currentThread().getContextClassLoader());
    }

    /** A predicate for a condition, with a class loader for the methods that it calls. */
    public static Predicate predicate(Expression condition, ClassLoader loader) {
        return new CallCompiler(loader).predicate(condition);
    }
}
