package io.leat.engine.catalog;

import io.leat.engine.run.ErrorHandling;
import io.leat.planner.PlannedQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * A continuous INSERT INTO a sink.
 *
 * @param sink the table that it writes
 * @param query what it writes, planned
 * @param errors what becomes of the rows that it cannot compute
 */
public record JobObject(
        String name, String sink, PlannedQuery query, ErrorHandling errors, String statement, boolean isTemporary)
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
