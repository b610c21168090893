package io.leat.planner.incremental;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Operation;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverFunction;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether the rows that a plan cannot compute are ever taken back. */
public final class FailureModes {
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

    private FailureModes() {}

    /** How the rows change that the operators of a plan cannot compute. */
    public static ChangeMode of(Plan plan) {
        boolean revises = canFail(plan) && !failsOnce(plan);
        boolean appends = !revises && plan.inputs().stream().allMatch(input -> of(input) == ChangeMode.APPEND_ONLY);
        return appends ? ChangeMode.APPEND_ONLY : ChangeMode.UPDATING;
    }

    /** Whether a row that has failed has done so for ever: it is an input row, or a pair of them, and those never go. */
    private static boolean failsOnce(Plan plan) {
        if (plan instanceof LookupJoin join) {
            return ChangeModes.of(join.left()) == ChangeMode.APPEND_ONLY;
        }
        return !(plan instanceof Aggregate || plan instanceof Over)
                && plan.inputs().stream().allMatch(input -> ChangeModes.of(input) == ChangeMode.APPEND_ONLY);
    }

    private static boolean canFail(Plan plan) {
        if (plan instanceof Aggregate aggregate) {
            return aggregate.calls().stream().anyMatch(call -> canFail(call.function()));
        }
        if (plan instanceof Over over) {
            return over.calls().stream().anyMatch(call -> canFail(call.function()));
        }
        return expressions(plan).stream().anyMatch(FailureModes::canFail);
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
        return itself || expression.operands().stream().anyMatch(FailureModes::canFail);
    }
}
