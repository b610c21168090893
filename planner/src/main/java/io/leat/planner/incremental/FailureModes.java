package io.leat.planner.incremental;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.RowFailures;

/** Whether the rows that a plan cannot compute are ever taken back. */
public final class FailureModes {
    private FailureModes() {}

    /** How the rows change that the operators of a plan cannot compute. */
    public static ChangeMode of(Plan plan) {
        boolean revises = RowFailures.canFail(plan) && !failsOnce(plan);
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
}
