package io.leat.planner.incremental;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Sort;
import java.util.Optional;

/** EMIT FINAL: holds rows back until the watermark says that they cannot change. */
final class FinalEmission {

    private FinalEmission() {}

    /**
     * The plan that emits each row once. A relation that only adds rows does so already.
     *
     * @param plan the plan before it was analysed
     * @param result the same, analysed
     * @throws LeatException if no column of the result tells when a row is final
     */
    static Analysed apply(Plan plan, Analysed result, RelationFacts facts) {
        if (plan instanceof Sort sort) {
            Analysed input = apply(sort.input(), StateBounds.analyse(sort.input(), facts), facts);
            return input.through(new Sort(input.plan(), sort.keys(), sort.offset(), sort.fetch()));
        }
        if (result.changes() == ChangeMode.APPEND_ONLY) {
            return result;
        }
        Plan held = hold(plan, facts)
                .orElseThrow(() -> LeatException.of(
                                ErrorCode.INVALID_DEFINITION, "EMIT FINAL needs a window or a watermark on the way")
                        .hint(
                                "Group by window_start and window_end of TUMBLE, HOP, CUMULATE or SESSION over a table with"
                                        + " a WATERMARK, or use EMIT CHANGES."));
        return StateBounds.analyse(held, facts);
    }

    /** Holds rows at the highest place that still has the column; above it there are only operators without memory. */
    private static Optional<Plan> hold(Plan plan, RelationFacts facts) {
        Optional<Closing> closing =
                Analysed.best(StateBounds.analyse(plan, facts).finals());
        if (closing.isPresent()) {
            return Optional.of(new EmitFinal(plan, closing.get()));
        }
        if (plan instanceof Project project) {
            return hold(project.input(), facts)
                    .map(input -> new Project(input, project.expressions(), project.schema()));
        }
        return plan instanceof Filter filter
                ? hold(filter.input(), facts).map(input -> new Filter(input, filter.condition()))
                : Optional.empty();
    }
}
