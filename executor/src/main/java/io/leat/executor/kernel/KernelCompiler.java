package io.leat.executor.kernel;

import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionVisitor;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
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
        return expression.accept(new Visitor(loader));
    }

    /** Kernels for some expressions, in their order. */
    public static List<Kernel> compileAll(List<Expression> expressions) {
        return expressions.stream().map(KernelCompiler::compile).toList();
    }

    /** A predicate for a condition: a BOOLEAN expression. */
    public static Predicate predicate(Expression condition) {
        Kernel kernel = compile(condition);
        return (input, selection) -> truths((LongColumn) kernel.evaluate(input, selection), selection);
    }

    private static Selection truths(LongColumn column, Selection selection) {
        long[] values = column.values();
        int[] rows = new int[selection.count()];
        int count = 0;
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (values[row] != 0 && Validity.isValid(column.validity(), row)) {
                rows[count++] = row;
            }
        }
        return count == selection.count() ? selection : new Selection(rows, count);
    }

    private record Visitor(ClassLoader loader) implements ExpressionVisitor<Kernel> {

        @Override
        public Kernel column(ColumnReference column) {
            int index = column.index();
            return (input, selection) -> input.column(index);
        }

        @Override
        public Kernel literal(Literal literal) {
            return new LiteralKernel(literal);
        }

        @Override
        public Kernel call(Call call) {
            throw LeatException.unsupported(call.operation().name(), "Leave the operation out.");
        }

        @Override
        public Kernel cast(Cast cast) {
            throw LeatException.unsupported("CAST to " + cast.type(), "Leave the conversion out.");
        }

        @Override
        public Kernel invoke(Invoke invoke) {
            throw LeatException.unsupported(invoke.methodName(), "Leave the function out.");
        }
    }
}
