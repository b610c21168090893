package io.leat.engine.statement;

import io.leat.core.batch.Chunk;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.engine.Settings;
import io.leat.engine.catalog.Catalog;
import io.leat.engine.database.Database;
import io.leat.engine.run.FiniteQuery;
import io.leat.parser.statement.Select;
import io.leat.planner.PlannedQuery;
import io.leat.planner.QueryKind;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

/** SELECT and its kin: finite, over one consistent snapshot. */
final class SelectExecution {

    private SelectExecution() {}

    static Outcome run(Execution execution, Select select) {
        Catalog catalog = execution.catalog();
        PlannedQuery query = plan(execution, select);
        long plannedAt = execution.nanos();
        return Outcome.rows(query.schema(), compute(execution, query.plan(), query.relations(), catalog), plannedAt);
    }

    static PlannedQuery plan(Execution execution, Select select) {
        return execution.planner().plan(select.query(), select.emit(), QueryKind.SNAPSHOT);
    }

    /**
     * Computes a finite plan: waits until what it reads is fresh, then runs it over one snapshot on this thread.
     *
     * @param catalog the definitions that it was planned with
     */
    static List<Chunk> compute(Execution execution, Plan plan, Collection<String> relations, Catalog catalog) {
        Waiting waiting = new Waiting(execution);
        boolean fresh = execution.session().settings().get(Settings.READ_MODE).equals("fresh");
        if (fresh && !relations.isEmpty()) {
            Freshness.await(execution, waiting, relations);
        }
        Database database = execution.database();
        Callable<FiniteQuery> start = () -> {
            requireUnchanged(catalog, database.catalog(), relations);
            return database.graph().finite(plan);
        };
        try (FiniteQuery query = relations.isEmpty()
                ? database.loop().look(start)
                : database.loop().call(start)) {
            return query.run(waiting);
        }
    }

    /** A plan fits the definitions that it was made from; asked on the run loop, where they and the graph agree. */
    private static void requireUnchanged(Catalog before, Catalog now, Collection<String> relations) {
        for (String relation : relations) {
            if (!before.agrees(now, relation)) {
                throw LeatException.of(
                                ErrorCode.UNKNOWN_OBJECT,
                                "\"" + relation + "\" was dropped or replaced while the statement was planned")
                        .hint("Run the statement again.");
            }
        }
    }
}
