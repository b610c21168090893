package io.leat.parser;

import io.leat.core.error.Span;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Calcite's positions as ours: both count lines and columns from 1 in UTF-16 units, ends inclusive. */
final class Positions {

    private Positions() {}

    static Span span(SqlParserPos position) {
        return new Span(
                position.getLineNum(), position.getColumnNum(), position.getEndLineNum(), position.getEndColumnNum());
    }
}
