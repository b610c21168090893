package io.leat.executor.kernel;

import io.leat.core.error.LeatException;
import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionVisitor;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.ArrayList;
import java.util.List;

/** Finds the family of kernels for each expression. */
final class CallCompiler implements ExpressionVisitor<Kernel> {
    private final ClassLoader loader;

    CallCompiler(ClassLoader loader) {
        this.loader = loader;
    }

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
    public Kernel cast(Cast cast) {
        return CastKernels.compile(typed(cast.operand()), cast.type(), cast.safe());
    }

    @Override
    public Kernel invoke(Invoke invoke) {
        throw LeatException.unsupported(invoke.methodName(), "Leave the function out.");
    }

    @Override
    public Kernel call(Call call) {
        return switch (call.operation()) {
            case PLUS, MINUS, TIMES, DIVIDE, MODULO -> binaryArithmetic(call);
            case NEGATE, ABS, FLOOR, CEIL -> unaryArithmetic(call);
            case EQUALS, NOT_EQUALS, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(call);
            case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> comparison(call);
            case AND -> LogicKernels.and(kernels(call.operands()));
            case OR -> LogicKernels.or(kernels(call.operands()));
            case NOT -> LogicKernels.not(kernel(call, 0));
            case IS_NULL -> LogicKernels.isNull(kernel(call, 0), false);
            case IS_NOT_NULL -> LogicKernels.isNull(kernel(call, 0), true);
            case IS_TRUE, IS_NOT_TRUE, IS_FALSE, IS_NOT_FALSE -> LogicKernels.truth(call.operation(), kernel(call, 0));
            case CASE -> caseOf(call);
            case COALESCE -> new CoalesceKernel(call.type(), values(call.operands(), call.type()));
            default -> throw LeatException.unsupported(call.operation().name(), "Leave the operation out.");
        };
    }

    /** The rows for which a condition is TRUE. AND narrows the rows step by step without making columns of its own. */
    Predicate predicate(Expression condition) {
        if (condition instanceof Call call && call.operation() == Operation.AND) {
            List<Predicate> parts =
                    call.operands().stream().map(this::predicate).toList();
            return (input, selection) -> {
                Selection open = selection;
                for (Predicate part : parts) {
                    open = open.isEmpty() ? open : part.select(input, open);
                }
                return open;
            };
        }
        Kernel kernel = condition.accept(this);
        return (input, selection) -> LogicKernels.truths(kernel.evaluate(input, selection), selection);
    }

    private Typed typed(Expression expression) {
        return new Typed(expression.accept(this), expression.type());
    }

    private Kernel kernel(Call call, int operand) {
        return call.operands().get(operand).accept(this);
    }

    private List<Kernel> kernels(List<Expression> expressions) {
        return expressions.stream().map(e -> e.accept(this)).toList();
    }

    /** Kernels for expressions whose values have one type, with conversions where only the spelling differs. */
    private List<Kernel> values(List<Expression> expressions, DataType type) {
        return expressions.stream()
                .map(e -> CastKernels.implicit(typed(e), type))
                .toList();
    }

    private static boolean anyNull(Call call) {
        return call.operands().stream().anyMatch(e -> e.type().kind() == TypeKind.NULL);
    }

    private static Kernel nulls(DataType type) {
        return new LiteralKernel(new Literal(null, type));
    }

    private Kernel binaryArithmetic(Call call) {
        if (anyNull(call)) {
            return nulls(call.type());
        }
        Typed left = typed(call.operands().get(0));
        Typed right = typed(call.operands().get(1));
        DataType type = call.type();
        if (type.kind().isApproximate()) {
            return ApproximateKernels.binary(
                    call.operation(),
                    type,
                    CastKernels.implicit(left, DataType.DOUBLE),
                    CastKernels.implicit(right, DataType.DOUBLE));
        }
        if (type.kind() == TypeKind.DECIMAL) {
            return DecimalKernels.binary(call.operation(), type, exact(left, type), exact(right, type));
        }
        if (type.kind().isInteger() && left.kind().isNumeric() && right.kind().isNumeric()) {
            return IntegerKernels.binary(call.operation(), type, whole(left, type), whole(right, type));
        }
        throw refused(call);
    }

    private static Typed exact(Typed operand, DataType type) {
        return operand.kind().isApproximate() ? new Typed(CastKernels.implicit(operand, type), type) : operand;
    }

    private static Kernel whole(Typed operand, DataType type) {
        return operand.kind().isInteger() ? operand.kernel() : CastKernels.implicit(operand, type);
    }

    private Kernel unaryArithmetic(Call call) {
        if (anyNull(call)) {
            return nulls(call.type());
        }
        Typed operand = typed(call.operands().get(0));
        DataType type = call.type();
        if (operand.kind().isApproximate()) {
            Kernel result = ApproximateKernels.unary(call.operation(), operand.kernel());
            return CastKernels.implicit(new Typed(result, operand.type()), type);
        }
        if (operand.kind() == TypeKind.DECIMAL) {
            return type.kind() == TypeKind.DECIMAL
                    ? DecimalKernels.unary(call.operation(), type, operand)
                    : CastKernels.implicit(
                            new Typed(DecimalKernels.unary(call.operation(), operand.type(), operand), operand.type()),
                            type);
        }
        return switch (call.operation()) {
            case NEGATE -> IntegerKernels.negate(type, operand.kernel());
            case ABS -> IntegerKernels.abs(type, operand.kernel());
            default -> CastKernels.implicit(operand, type);
        };
    }

    private Kernel comparison(Call call) {
        boolean distinct =
                call.operation() == Operation.IS_DISTINCT_FROM || call.operation() == Operation.IS_NOT_DISTINCT_FROM;
        return anyNull(call) && !distinct
                ? nulls(call.type())
                : ComparisonKernels.compile(
                        call.operation(),
                        typed(call.operands().get(0)),
                        typed(call.operands().get(1)));
    }

    private Kernel caseOf(Call call) {
        List<Expression> operands = call.operands();
        List<Predicate> conditions = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (int i = 0; i + 1 < operands.size(); i += 2) {
            conditions.add(predicate(operands.get(i)));
            values.add(operands.get(i + 1));
        }
        boolean hasDefault = operands.size() % 2 == 1;
        Kernel last = hasDefault ? CastKernels.implicit(typed(operands.get(operands.size() - 1)), call.type()) : null;
        return new CaseKernel(call.type(), conditions, values(values, call.type()), last);
    }

    private static LeatException refused(Call call) {
        String types = String.join(
                ", ",
                call.operands().stream()
                        .map(e -> e.type().withNullable(true).toString())
                        .toList());
        return LeatException.unsupported(call.operation() + " of " + types, "Convert the operands with CAST.");
    }
}
