package io.leat.planner.incremental;

import io.leat.core.error.LeatException;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;

/** Refuses what depends on the moment at which a row comes, where rows are taken back: at which moment would that be? */
public final class AppendOnlyInputs {
    private AppendOnlyInputs() {}

    /** Checks all operators of a plan. */
    public static void check(Plan plan) {
        if (plan instanceof ProcessingTime timed && ChangeModes.of(timed.input()) == ChangeMode.UPDATING) {
            throw LeatException.unsupported(
                    "PROCTIME() where rows are taken back",
                    "Take it in a table or a view that only adds rows, before rows are grouped or joined.");
        }
        if (plan instanceof LookupJoin join && ChangeModes.of(join.left()) == ChangeMode.UPDATING) {
            throw LeatException.unsupported(
                    "FOR SYSTEM_TIME AS OF where rows of the left side are taken back",
                    "Leave FOR SYSTEM_TIME AS OF out: the result then corrects itself when either side changes.");
        }
        plan.inputs().forEach(AppendOnlyInputs::check);
    }
}
