package io.leat.engine.catalog;

import io.leat.core.plan.Plan;
import io.leat.engine.run.ErrorHandling;
import io.leat.planner.PlannedQuery;
import io.leat.planner.catalog.ViewRelation;
import java.util.List;

/**
 * A materialized view.
 *
 * @param relation what the planner knows of it
 * @param query its query, planned
 * @param errors what becomes of the rows that it cannot compute
 */
public record ViewObject(
        ViewRelation relation, PlannedQuery query, ErrorHandling errors, String statement, boolean isTemporary)
        implements CatalogObject {

    @Override
    public String name() {
        return relation.name();
    }

    /** How it is computed. */
    public Plan plan() {
        return query.plan();
    }

    @Override
    public List<String> dependencies() {
        return query.dependencies();
    }

    @Override
    public String kind() {
        return "materialized view";
    }
}
