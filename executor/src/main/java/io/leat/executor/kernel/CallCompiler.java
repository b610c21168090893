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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
        List<Typed> operands = invoke.operands().stream().map(this::typed).toList();
        return InvokeKernel.compile(invoke, operands, loader);
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
            case IN -> in(call);
            case LIKE, CONCAT, UPPER, LOWER, CHARACTER_LENGTH, SUBSTRING, TRIM, POSITION -> text(call);
            case SPLIT_INDEX -> new SplitIndexKernel(kernel(call, 0), kernel(call, 1), whole(call, 2));
            case REPLACE -> new ReplaceKernel(kernel(call, 0), kernel(call, 1), kernel(call, 2));
            case REGEXP_EXTRACT ->
                new RegexExtractKernel(
                        kernel(call, 0), String.valueOf(constant(call, 1)), ((Number) constant(call, 2)).intValue());
            case FORMAT_TIME ->
                new FormatTimeKernel(kernel(call, 0), TimePattern.of(String.valueOf(constant(call, 1))));
            case EXTRACT ->
                ExtractKernels.compile(unit(call), typed(call.operands().get(1)));
            case FLOOR_TIME ->
                RoundTimeKernels.compile(unit(call), typed(call.operands().get(1)), false);
            case CEIL_TIME ->
                RoundTimeKernels.compile(unit(call), typed(call.operands().get(1)), true);
            case ITEM ->
                NestedKernels.item(
                        call.type(),
                        typed(call.operands().get(0)),
                        typed(call.operands().get(1)));
            case FIELD ->
                NestedKernels.field(
                        call.type(), typed(call.operands().get(0)), ((Number) constant(call, 1)).intValue());
            case ARRAY -> array(call);
            case ROW -> NestedKernels.list(kernels(call.operands()), types(call.operands()));
            case PROCESSING_TIME -> new LiteralKernel(new Literal(Instant.EPOCH, call.type()));
            case CARDINALITY -> NestedKernels.cardinality(typed(call.operands().get(0)));
        };
    }

    /** The rows for which a condition is TRUE. AND and OR narrow the rows step by step without making columns. */
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
        if (condition instanceof Call call && call.operation() == Operation.OR) {
            List<Predicate> parts =
                    call.operands().stream().map(this::predicate).toList();
            return (input, selection) -> {
                Selection open = selection;
                for (Predicate part : parts) {
                    open = open.isEmpty() ? open : open.without(part.select(input, open));
                }
                return selection.without(open);
            };
        }
        Kernel kernel = condition.accept(this);
        return (input, selection) -> LogicKernels.truths(kernel.evaluate(input, selection), selection);
    }

    private Typed typed(Expression expression) {
        return new Typed(expression.accept(this), expression.type());
    }

    /**
     * A number without a conversion from integer to DECIMAL that changes no value: the kernels of exact numbers take
     * integers as they are, which spares a column of objects.
     */
    private Typed number(Expression expression) {
        if (expression instanceof Cast cast && !cast.safe() && cast.type().kind() == TypeKind.DECIMAL) {
            DataType from = cast.operand().type();
            boolean fits = from.kind().isInteger()
                    && Decimals.digits(from)
                            <= cast.type().precision() - cast.type().scale();
            return typed(fits ? cast.operand() : expression);
        }
        return typed(expression);
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
        DataType type = call.type();
        boolean exact = type.kind() == TypeKind.DECIMAL;
        Typed left =
                exact ? number(call.operands().get(0)) : typed(call.operands().get(0));
        Typed right =
                exact ? number(call.operands().get(1)) : typed(call.operands().get(1));
        if (type.kind().isApproximate()) {
            return ApproximateKernels.binary(
                    call.operation(),
                    type,
                    CastKernels.implicit(left, DataType.DOUBLE),
                    CastKernels.implicit(right, DataType.DOUBLE));
        }
        if (exact) {
            return DecimalKernels.binary(call.operation(), type, exact(left, type), exact(right, type));
        }
        if (type.kind().isInteger() && left.kind().isNumeric() && right.kind().isNumeric()) {
            return IntegerKernels.binary(call.operation(), type, whole(left, type), whole(right, type));
        }
        Kernel ofTimes = TimeArithmetic.compile(call.operation(), type, left, right);
        if (ofTimes == null) {
            throw refused(call);
        }
        return ofTimes;
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

    private static List<DataType> types(List<Expression> expressions) {
        return expressions.stream().map(Expression::type).toList();
    }

    private Kernel array(Call call) {
        DataType element = call.type().element();
        List<Kernel> elements = values(call.operands(), element);
        return NestedKernels.list(elements, Collections.nCopies(elements.size(), element));
    }

    /** The value of an operand that has to be a constant. */
    private static Object constant(Call call, int operand) {
        if (call.operands().get(operand) instanceof Literal literal) {
            return literal.value();
        }
        throw refused(call);
    }

    private static TimeUnit unit(Call call) {
        return TimeUnit.named(String.valueOf(constant(call, 0)));
    }

    /** Binary search where the representation allows it, else one comparison after another. */
    private Kernel in(Call call) {
        Typed operand = typed(call.operands().get(0));
        List<Expression> constants = call.operands().subList(1, call.operands().size());
        Kernel search = InKernel.compile(operand, constants);
        if (search != null) {
            return search;
        }
        List<Kernel> equalities = new ArrayList<>();
        for (Expression constant : constants) {
            equalities.add(comparison(
                    new Call(Operation.EQUALS, List.of(call.operands().get(0), constant), call.type())));
        }
        return LogicKernels.or(equalities);
    }

    private Kernel text(Call call) {
        if (anyNull(call)) {
            return nulls(call.type());
        }
        boolean text = call.operands().get(0).type().kind().isText();
        boolean hasThird = call.operands().size() > 2;
        return switch (call.operation()) {
            case LIKE -> TextKernels.like(kernel(call, 0), kernel(call, 1), hasThird ? kernel(call, 2) : null);
            case CONCAT -> TextKernels.concat(kernels(call.operands()));
            case UPPER -> new CaseChange(kernel(call, 0), true);
            case LOWER -> new CaseChange(kernel(call, 0), false);
            case CHARACTER_LENGTH -> length(call.operands().get(0), text);
            case POSITION -> TextKernels.position(kernel(call, 0), kernel(call, 1), text);
            case SUBSTRING ->
                new SubstringKernel(kernel(call, 0), whole(call, 1), hasThird ? whole(call, 2) : null, text);
            default -> trim(call);
        };
    }

    private Kernel length(Expression measured, boolean text) {
        return ReplacedLengthKernel.fits(measured)
                ? replacedLength((Call) measured)
                : TextKernels.length(measured.accept(this), text);
    }

    private Kernel replacedLength(Call replace) {
        return new ReplacedLengthKernel(
                kernel(replace, 0),
                ReplacedLengthKernel.constant(replace, 1),
                ReplacedLengthKernel.constant(replace, 2));
    }

    private Kernel whole(Call call, int operand) {
        return whole(typed(call.operands().get(operand)), DataType.BIGINT);
    }

    private Kernel trim(Call call) {
        String ends = String.valueOf(constant(call, 0));
        return new TrimKernel(!ends.equals("TRAILING"), !ends.equals("LEADING"), kernel(call, 1), kernel(call, 2));
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
