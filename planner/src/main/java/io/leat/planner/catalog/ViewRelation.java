package io.leat.planner.catalog;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A materialized view: scanned by name.
 *
 * @param schema its columns
 * @param changes whether its rows are ever taken back
 * @param uniqueKey columns that identify a row, if known
 * @param closings what {@link io.leat.planner.PlannedQuery#closings()} said of its query, so that windows stay bounded in
 *     views on views
 */
public record ViewRelation(
        String name, Schema schema, ChangeMode changes, Optional<List<Integer>> uniqueKey, List<Closing> closings)
        implements Relation {
    public ViewRelation {
        uniqueKey = uniqueKey.map(List::copyOf);
        closings = List.copyOf(closings);
    }
}
