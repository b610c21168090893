package io.leat.planner.incremental;

import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Plan;
import io.leat.core.plan.RowFailures;
import io.leat.core.plan.Scan;

/** Whether a change of a relation is a change of a table at that very moment, or of something remembered. */
final class Remembering {

    private Remembering() {}

    /** Whether there are only operators without memory down to the scans: every change belongs to a row just arrived. */
    static boolean isLinear(Plan plan) {
        return plan instanceof LookupJoin lookup
                ? isLinear(lookup.left())
                : hasNoMemory(plan) && plan.inputs().stream().allMatch(Remembering::isLinear);
    }

    private static boolean hasNoMemory(Plan plan) {
        return plan instanceof Scan || RowFailures.keepsOrigins(plan);
    }

    /**
     * Whether every change of a relation in which time passes is one of a row just arrived. Joins with relations in which
     * no time passes count as operators without memory.
     */
    static boolean isDrivenByArrivals(Plan plan, RelationFacts facts) {
        if (plan instanceof Join join) {
            boolean left = isTimed(join.left(), facts);
            boolean right = isTimed(join.right(), facts);
            return !(left && right) && isDrivenByArrivals(left ? join.left() : join.right(), facts);
        }
        if (plan instanceof LookupJoin lookup) {
            return isDrivenByArrivals(lookup.left(), facts);
        }
        return hasNoMemory(plan) && plan.inputs().stream().allMatch(input -> isDrivenByArrivals(input, facts));
    }

    private static boolean isTimed(Plan plan, RelationFacts facts) {
        return plan instanceof Scan scan
                ? facts.hasTime(scan)
                : plan.inputs().stream().anyMatch(input -> isTimed(input, facts));
    }
}
