package io.leat.planner.incremental;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plan with what is known of how it changes.
 *
 * @param plan the plan, its operators told what they may forget
 * @param changes whether rows are ever taken back
 * @param closings columns with their slack: no later change has {@code value(column) - slack <= watermark}; safe to
 *     forget by
 * @param finals the same, but leaving aside changes of tables in which no time passes: a change of theirs comes too late
 *     for rows that left under EMIT FINAL, but not for state
 * @param timed whether it reads a relation in which time passes
 * @param fixed whether it never changes at all
 */
record Analysed(
        Plan plan,
        ChangeMode changes,
        Map<Integer, Long> closings,
        Map<Integer, Long> finals,
        boolean timed,
        boolean fixed) {

    Analysed {
        closings = new TreeMap<>(closings);
        finals = new TreeMap<>(finals);
    }

    /** The column by which rows close first, if one does; of equals the first. */
    static Optional<Closing> best(Map<Integer, Long> closings) {
        Closing best = null;
        for (Map.Entry<Integer, Long> entry : closings.entrySet()) {
            if (best == null || entry.getValue() > best.slackMillis()) {
                best = new Closing(entry.getKey(), entry.getValue());
            }
        }
        return Optional.ofNullable(best);
    }

    /** The same facts of an operator that passes rows on as they are. */
    Analysed through(Plan operator) {
        return new Analysed(operator, changes, closings, finals, timed, fixed);
    }
}
