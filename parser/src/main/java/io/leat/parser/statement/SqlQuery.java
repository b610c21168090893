package io.leat.parser.statement;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/**
 * A query: SELECT, VALUES, WITH, set operations, with ORDER BY and LIMIT if they were written.
 *
 * <p>Calcite's validator rewrites nodes in place, so whoever validates one query twice parses it twice.
 *
 * @param node Calcite's tree, with positions in the whole script
 * @param source the text it came from; equality ignores it
 */
public record SqlQuery(SqlNode node, SourceText source) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlQuery that && node.equalsDeep(that.node, Litmus.IGNORE);
    }

    @Override
    public int hashCode() {
        return node.toString().hashCode();
    }
}
