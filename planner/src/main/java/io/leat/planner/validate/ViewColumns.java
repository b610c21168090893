package io.leat.planner.validate;

import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;

/** Gives the columns of a view's query the names that the view declared. */
final class ViewColumns {

    private ViewColumns() {}

    static RelNode rename(RelNode query, List<String> aliases) {
        return aliases.isEmpty()
                ? query
                : LogicalProject.create(
                        query,
                        List.of(),
                        query.getCluster().getRexBuilder().identityProjects(query.getRowType()),
                        aliases,
                        Set.of());
    }
}
