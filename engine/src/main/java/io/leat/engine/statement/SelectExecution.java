package io.leat.engine.statement;

import io.leat.core.batch.Chunk;
import io.leat.core.plan.Plan;
import io.leat.engine.Settings;
import io.leat.engine.run.FiniteQuery;
import io.leat.parser.statement.Select;
import io.leat.planner.PlannedQuery;
import io.leat.planner.QueryKind;
import java.util.Collection;
import java.util.List;

/** SELECT and its kin: finite, over one consistent snapshot. */
final class SelectExecution {

    private SelectExecution() {}

    static Outcome run(Execution execution, Select select) {
        PlannedQuery query = plan(execution, select);
        long plannedAt = execution.nanos();
        return Outcome.rows(query.schema(), compute(execution, query.plan(), query.relations()), plannedAt);
    }

    static PlannedQuery plan(Execution execution, Select select) {
        return execution.planner().plan(select.query(), select.emit(), QueryKind.SNAPSHOT);
    }

    /** Computes a finite plan: waits until what it reads is fresh, then runs it over one snapshot on this thread. */
    static List<Chunk> compute(Execution execution, Plan plan, Collection<String> relations) {
        Waiting waiting = new Waiting(execution);
        if (execution.session().settings().get(Settings.READ_MODE).equals("fresh")) {
            Freshness freshness = Freshness.of(execution.database(), relations);
            waiting.until(freshness::isReached);
        }
        try (FiniteQuery query = execution
                .database()
                .loop()
                .call(() -> execution.database().graph().finite(plan))) {
            return query.run(waiting::mustEnd);
        }
    }
}
