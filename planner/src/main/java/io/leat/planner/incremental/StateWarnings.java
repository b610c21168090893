package io.leat.planner.incremental;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.Join;
import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.planner.Warning;
import java.util.ArrayList;
import java.util.List;

/** Warns of state that grows as long as a query runs, and of joins that compare every pair. */
public final class StateWarnings {
    private static final String BOUND_HINT =
            "Compare event times of both sides, as in b.ts BETWEEN a.ts AND a.ts + INTERVAL '1' HOUR, or give both sides"
                    + " a TUMBLE or HOP and compare window_start and window_end.";

    private StateWarnings() {}

    /** The warnings for a plan that runs for ever. */
    public static List<Warning> of(Plan plan) {
        List<Warning> warnings = new ArrayList<>();
        visit(plan, warnings);
        return warnings.stream().distinct().toList();
    }

    private static void visit(Plan plan, List<Warning> warnings) {
        if (plan instanceof Join join) {
            join(join, warnings);
        } else if (plan instanceof Distinct distinct && distinct.closing().isEmpty() && readsStream(distinct)) {
            warnings.add(new Warning(
                    "DISTINCT remembers every row of " + streams(distinct) + " for ever",
                    "Make a window's window_end one of the columns, so that old rows can be forgotten."));
        } else if (plan instanceof Over over && over.closing().isEmpty() && readsStream(over)) {
            warnings.add(new Warning(
                    "OVER remembers every row of " + streams(over) + " for ever",
                    "Make a window's window_end one of the columns of PARTITION BY, or keep the first rows only:"
                            + " QUALIFY ROW_NUMBER() OVER (...) <= 10."));
        }
        plan.inputs().forEach(input -> visit(input, warnings));
    }

    private static void join(Join join, List<Warning> warnings) {
        if (join.leftKeys().isEmpty() && !isOneRow(join.right()) && !isOneRow(join.left())) {
            warnings.add(new Warning(
                    "the join has no equality of columns, so every pair of rows is compared",
                    "Add a condition of the form a.x = b.y."));
        }
        boolean unbounded = join.leftClosing().isEmpty() && join.rightClosing().isEmpty();
        if (unbounded && readsStream(join.left()) && readsStream(join.right())) {
            warnings.add(new Warning(
                    "the join remembers every row of " + streams(join.left()) + " and " + streams(join.right())
                            + " for ever",
                    BOUND_HINT));
        }
    }

    private static boolean isOneRow(Plan plan) {
        return plan instanceof io.leat.core.plan.Aggregate aggregate
                ? aggregate.keys().isEmpty()
                : plan.inputs().size() == 1 && isOneRow(plan.inputs().get(0));
    }

    private static boolean readsStream(Plan plan) {
        return !streamNames(plan).isEmpty();
    }

    private static String streams(Plan plan) {
        return String.join(", ", streamNames(plan));
    }

    /** Streams whose rows reach here one by one, not as the groups of an aggregate. */
    private static List<String> streamNames(Plan plan) {
        if (plan instanceof Scan scan) {
            return scan.changes() == ChangeMode.APPEND_ONLY ? List.of(scan.relation()) : List.of();
        }
        if (plan instanceof io.leat.core.plan.Aggregate || plan instanceof Rank) {
            return List.of();
        }
        return plan.inputs().stream()
                .flatMap(input -> streamNames(input).stream())
                .distinct()
                .toList();
    }
}
