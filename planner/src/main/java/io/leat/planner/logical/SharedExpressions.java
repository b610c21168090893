package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Expressions that stand several times in a projection, or in it and in the filter below, are computed once: in a projection
 * of their own beneath. Only such as are computed for every row there anyway, so that no row fails that did not before, and
 * only such as cost more than to hand a column on.
 */
public final class SharedExpressions {
    private static final int SHARED_MAX = 16;

    /** Operations that take no longer than reading a column. */
    private static final Set<Operation> CHEAP = Set.of(
            Operation.PLUS,
            Operation.MINUS,
            Operation.NEGATE,
            Operation.EQUALS,
            Operation.NOT_EQUALS,
            Operation.LESS,
            Operation.LESS_OR_EQUAL,
            Operation.GREATER,
            Operation.GREATER_OR_EQUAL,
            Operation.AND,
            Operation.OR,
            Operation.NOT,
            Operation.IS_NULL,
            Operation.IS_NOT_NULL,
            Operation.ITEM,
            Operation.FIELD);

    private SharedExpressions() {}

    /** The plan with shared expressions computed once. */
    public static Plan share(Plan plan) {
        return PlanInputs.rewrite(plan, SharedExpressions::shareOne);
    }

    private static Plan shareOne(Plan plan) {
        Plan shared = plan;
        for (int i = 0; i < SHARED_MAX; i++) {
            Optional<Plan> next = shareNext(shared);
            if (next.isEmpty()) {
                return shared;
            }
            shared = next.get();
        }
        return shared;
    }

    private static Optional<Plan> shareNext(Plan plan) {
        if (!(plan instanceof Project project)) {
            return Optional.empty();
        }
        Optional<Plan> ofFilter =
                project.input() instanceof Filter filter ? withFilter(project, filter) : Optional.empty();
        return ofFilter.or(() -> shared(project.expressions(), project.expressions())
                .map(expression -> replace(project, below(project.input(), expression), expression)));
    }

    private static Optional<Plan> withFilter(Project project, Filter filter) {
        List<Expression> all = new ArrayList<>(project.expressions());
        all.add(filter.condition());
        return shared(all, List.of(filter.condition())).map(expression -> {
            Plan input = below(filter.input(), expression);
            int column = input.schema().size() - 1;
            Expression condition = replaced(filter.condition(), expression, column);
            return replace(project, new Filter(input, condition), expression);
        });
    }

    /** A largest expression that stands in some expressions more than once, and is computed for every row in others. */
    private static Optional<Expression> shared(List<Expression> all, List<Expression> always) {
        List<Expression> candidates = new ArrayList<>();
        always.forEach(expression -> collectAlways(expression, candidates));
        List<Expression> parts = new ArrayList<>();
        all.forEach(expression -> collect(expression, parts));
        return candidates.stream()
                .filter(SharedExpressions::isDear)
                .filter(candidate -> parts.stream().filter(candidate::equals).count() > 1)
                .max(Comparator.comparingInt(SharedExpressions::size));
    }

    private static void collect(Expression expression, List<Expression> into) {
        into.add(expression);
        expression.operands().forEach(operand -> collect(operand, into));
    }

    /** The parts of an expression that are computed for every row. */
    private static void collectAlways(Expression expression, List<Expression> into) {
        into.add(expression);
        boolean lazy = expression instanceof Call call
                && switch (call.operation()) {
                    case AND, OR, CASE, COALESCE -> true;
                    default -> false;
                };
        expression.operands().stream()
                .limit(lazy ? 1 : Long.MAX_VALUE)
                .forEach(operand -> collectAlways(operand, into));
    }

    private static int size(Expression expression) {
        return 1
                + expression.operands().stream()
                        .mapToInt(SharedExpressions::size)
                        .sum();
    }

    private static boolean isDear(Expression expression) {
        boolean itself = expression instanceof Invoke
                || expression instanceof Cast
                || expression instanceof Call call && (!CHEAP.contains(call.operation()) || isDecimal(call));
        return itself || expression.operands().stream().anyMatch(SharedExpressions::isDear);
    }

    private static boolean isDecimal(Expression expression) {
        return expression.type().kind() == TypeKind.DECIMAL;
    }

    /** All columns of a plan, and one more. */
    private static Plan below(Plan input, Expression expression) {
        List<Expression> expressions = new ArrayList<>();
        Columns.range(0, input.schema().size()).forEach(column -> expressions.add(Columns.reference(input, column)));
        expressions.add(expression);
        String name = "$" + input.schema().size();
        return new Project(input, expressions, input.schema().concat(Schema.of(new Field(name, expression.type()))));
    }

    private static Plan replace(Project project, Plan input, Expression expression) {
        int column = input.schema().size() - 1;
        List<Expression> expressions = project.expressions().stream()
                .map(whole -> replaced(whole, expression, column))
                .toList();
        return new Project(input, expressions, project.schema());
    }

    private static Expression replaced(Expression whole, Expression part, int column) {
        if (whole.equals(part)) {
            return new ColumnReference(column, part.type());
        }
        if (whole instanceof Literal || whole instanceof ColumnReference) {
            return whole;
        }
        List<Expression> operands = whole.operands().stream()
                .map(operand -> replaced(operand, part, column))
                .toList();
        if (whole instanceof Call call) {
            return new Call(call.operation(), operands, call.type());
        }
        if (whole instanceof Cast cast) {
            return new Cast(operands.get(0), cast.type(), cast.safe());
        }
        Invoke invoke = (Invoke) whole;
        return new Invoke(
                invoke.className(),
                invoke.methodName(),
                invoke.parameterTypes(),
                invoke.strict(),
                operands,
                invoke.type());
    }
}
