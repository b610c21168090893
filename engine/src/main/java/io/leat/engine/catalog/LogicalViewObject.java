package io.leat.engine.catalog;

import io.leat.planner.PlannedQuery;
import io.leat.planner.catalog.LogicalView;
import java.util.List;

/**
 * A view that is not kept: its query stands in for its name.
 *
 * @param relation what the planner knows of it
 * @param query its query, as it was planned when it was created: for its columns and for what it reads
 */
public record LogicalViewObject(LogicalView relation, PlannedQuery query, String statement, boolean isTemporary)
        implements CatalogObject {

    @Override
    public String name() {
        return relation.name();
    }

    @Override
    public List<String> dependencies() {
        return query.dependencies();
    }

    @Override
    public String kind() {
        return "view";
    }
}
