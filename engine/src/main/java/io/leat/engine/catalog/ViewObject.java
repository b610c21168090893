package io.leat.engine.catalog;

import io.leat.core.plan.Plan;
import io.leat.planner.PlannedQuery;
import io.leat.planner.catalog.ViewRelation;
import java.util.List;

/**
 * A materialized view.
 *
 * @param relation what the planner knows of it
 * @param query its query, planned
 */
public record ViewObject(ViewRelation relation, PlannedQuery query, String statement, boolean isTemporary)
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
