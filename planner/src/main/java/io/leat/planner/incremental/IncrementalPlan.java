package io.leat.planner.incremental;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Plan;
import io.leat.parser.statement.Emit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan that knows which rows are late and what may be forgotten when.
 *
 * @param plan the plan
 * @param changes whether rows of its result are ever taken back
 * @param uniqueKey columns that identify a row of the result, if known
 * @param closings columns of the result whose rows cannot change once their time has passed
 */
public record IncrementalPlan(
        Plan plan, ChangeMode changes, Optional<List<Integer>> uniqueKey, List<Closing> closings) {

    /**
     * Makes a plan incremental.
     *
     * @param emit when results leave
     * @throws io.leat.core.error.LeatException if EMIT FINAL has nothing to wait for
     */
    public static IncrementalPlan of(Plan plan, Emit emit, RelationFacts facts) {
        Analysed analysed = StateBounds.analyse(plan, facts);
        Analysed result = emit == Emit.FINAL ? FinalEmission.apply(plan, analysed, facts) : analysed;
        List<Closing> closings = result.closings().entrySet().stream()
                .map(IncrementalPlan::closing)
                .toList();
        return new IncrementalPlan(
                SharedPanes.share(result.plan()), result.changes(), UniqueKeys.of(result.plan(), facts), closings);
    }

    private static Closing closing(Map.Entry<Integer, Long> entry) {
        return new Closing(entry.getKey(), entry.getValue());
    }
}
