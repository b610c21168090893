package io.leat.engine.catalog;

import io.leat.planner.PlannedQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * A continuous INSERT INTO a sink.
 *
 * @param sink the table that it writes
 * @param query what it writes, planned
 */
public record JobObject(String name, String sink, PlannedQuery query, String statement, boolean isTemporary)
        implements CatalogObject {

    @Override
    public List<String> dependencies() {
        List<String> all = new ArrayList<>(query.dependencies());
        all.add(sink);
        return List.copyOf(all);
    }

    @Override
    public String kind() {
        return "job";
    }
}
