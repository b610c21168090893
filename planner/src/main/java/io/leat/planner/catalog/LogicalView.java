package io.leat.planner.catalog;

import java.util.List;

/**
 * A view that is not kept: its query stands in for its name wherever it is read.
 *
 * @param queryText the query as it was written; it is read again for each use
 * @param columnAliases names of its columns; empty if the query names them
 */
public record LogicalView(String name, String queryText, List<String> columnAliases) implements Relation {
    public LogicalView {
        columnAliases = List.copyOf(columnAliases);
    }
}
