package io.leat.core.plan;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which operators may be unable to compute a row, and whether it is known then where the row comes from. */
public final class RowFailures {
    /** Operations that have a value for every row for which their operands have one. */
    private static final Set<Operation> TOTAL = EnumSet.of(
            Operation.EQUALS,
            Operation.NOT_EQUALS,
            Operation.LESS,
            Operation.LESS_OR_EQUAL,
            Operation.GREATER,
            Operation.GREATER_OR_EQUAL,
            Operation.AND,
            Operation.OR,
            Operation.NOT,
            Operation.IN,
            Operation.IS_DISTINCT_FROM,
            Operation.IS_NOT_DISTINCT_FROM,
            Operation.IS_NULL,
            Operation.IS_NOT_NULL,
            Operation.IS_TRUE,
            Operation.IS_NOT_TRUE,
            Operation.IS_FALSE,
            Operation.IS_NOT_FALSE);

    private RowFailures() {}

    /**
     * Whether each row of its result is a row of one of its inputs, perhaps with other columns, so that it comes from where that
     * one came.
     */
    public static boolean keepsOrigins(Plan plan) {
        return plan instanceof Filter
                || plan instanceof Project
                || plan instanceof Window
                || plan instanceof OnTime
                || plan instanceof ProcessingTime
                || plan instanceof Union;
    }

    /** Whether its own operator may have no value for some rows; those of the plans that it reads do not count. */
    public static boolean canFail(Plan plan) {
        if (plan instanceof Aggregate aggregate) {
            return aggregate.calls().stream().anyMatch(call -> canFail(call.function()));
        }
        if (plan instanceof Over over) {
            return over.calls().stream().anyMatch(call -> canFail(call.function()));
        }
        return expressions(plan).stream().anyMatch(RowFailures::canFail);
    }

    private static boolean canFail(AggregateFunction function) {
        return switch (function) {
            case COUNT, MIN, MAX -> false;
            default -> true;
        };
    }

    private static boolean canFail(OverFunction function) {
        return switch (function) {
            case SUM, SUM_OR_ZERO, AVG -> true;
            default -> false;
        };
    }

    private static List<Expression> expressions(Plan plan) {
        if (plan instanceof Filter filter) {
            return List.of(filter.condition());
        }
        if (plan instanceof Project project) {
            return project.expressions();
        }
        if (plan instanceof Join join) {
            return join.residual().stream().toList();
        }
        return plan instanceof LookupJoin join ? join.residual().stream().toList() : List.of();
    }

    private static boolean canFail(Expression expression) {
        boolean itself = expression instanceof Invoke
                || expression instanceof Cast cast && !cast.safe()
                || expression instanceof Call call && !TOTAL.contains(call.operation());
        return itself || expression.operands().stream().anyMatch(RowFailures::canFail);
    }
}
