package io.leat.parser.statement;

import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;

/**
 * A scalar expression outside of a query: a computed column, a watermark, an assignment, a condition.
 *
 * @param node Calcite's tree, with positions in the whole script
 * @param source the text it came from; equality ignores it
 */
public record SqlExpression(SqlNode node, SourceText source) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlExpression that && node.equalsDeep(that.node, Litmus.IGNORE);
    }

    @Override
    public int hashCode() {
        return node.toString().hashCode();
    }
}
