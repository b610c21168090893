package io.leat.planner.validate;

import io.leat.core.error.Span;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Calcite's positions as spans. */
public final class Places {

    private Places() {}

    /** The place of a node. */
    public static Span of(SqlNode node) {
        return of(node.getParserPosition());
    }

    /** The same place as a span. */
    public static Span of(SqlParserPos position) {
        return new Span(
                position.getLineNum(), position.getColumnNum(), position.getEndLineNum(), position.getEndColumnNum());
    }
}
