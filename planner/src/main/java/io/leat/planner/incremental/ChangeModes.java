package io.leat.planner.incremental;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;

/** Whether an operator's output takes rows back. */
public final class ChangeModes {

    private ChangeModes() {}

    /** How the content of a plan's result changes. */
    public static ChangeMode of(Plan plan) {
        if (plan instanceof Scan scan) {
            return scan.changes();
        }
        if (plan instanceof LookupJoin lookup) {
            return of(lookup.left());
        }
        if (plan instanceof EmitFinal) {
            return ChangeMode.APPEND_ONLY;
        }
        boolean revises = plan instanceof Aggregate
                || plan instanceof Rank
                || plan instanceof Over
                || plan instanceof Session
                || plan instanceof Join join && join.kind() != Join.Kind.INNER && join.kind() != Join.Kind.SEMI;
        boolean appends = !revises && plan.inputs().stream().allMatch(input -> of(input) == ChangeMode.APPEND_ONLY);
        return appends ? ChangeMode.APPEND_ONLY : ChangeMode.UPDATING;
    }
}
