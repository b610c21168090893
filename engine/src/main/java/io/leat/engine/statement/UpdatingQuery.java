package io.leat.engine.statement;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.Join;
import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.parser.statement.Insert;

/** The error for a query whose results change, written to a sink that takes new rows only. */
final class UpdatingQuery {

    private UpdatingQuery() {}

    static LeatException refused(TableDefinition table, Plan plan, Insert insert) {
        return LeatException.of(
                        ErrorCode.UNSUPPORTED,
                        "the query updates earlier results (" + updater(plan) + "), and table \"" + table.name()
                                + "\" takes new rows only")
                .at(insert.table().span())
                .hint("Three ways out: an upsert sink with a PRIMARY KEY ('connector'='upsert-kafka'), "
                        + "a materialized view that readers follow with SUBSCRIBE, or EMIT FINAL over a window.");
    }

    /** The operator that makes the results change: the lowest one on the way. */
    private static String updater(Plan plan) {
        for (Plan input : plan.inputs()) {
            String below = updater(input);
            if (below != null) {
                return below;
            }
        }
        if (plan instanceof Aggregate aggregate) {
            return aggregate.keys().isEmpty() ? "an aggregate over all rows" : "GROUP BY";
        }
        if (plan instanceof Rank) {
            return "the first rows of a changing order";
        }
        if (plan instanceof Over) {
            return "OVER";
        }
        if (plan instanceof Session) {
            return "SESSION windows that merge";
        }
        if (plan instanceof Join join && join.kind() != Join.Kind.INNER) {
            return "an outer join";
        }
        if (plan instanceof Scan scan && scan.changes() == ChangeMode.UPDATING) {
            return "\"" + scan.relation() + "\" changes";
        }
        return plan instanceof Distinct ? "DISTINCT" : null;
    }
}
