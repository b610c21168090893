package io.leat.parser;

import io.leat.core.limit.Limits;
import io.leat.grammar.LeatParser.ExpressionContext;
import io.leat.grammar.LeatParser.QueryContext;
import io.leat.parser.statement.SqlExpression;
import io.leat.parser.statement.SqlQuery;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;

/** Has Calcite read the queries and expressions inside statements, at their own place in the script. */
final class Islands {

    /** What Calcite is asked to read. */
    enum Kind {
        QUERY,
        EXPRESSION,
        STATEMENT
    }

    private final Source source;
    private final Limits limits;

    Islands(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    SqlQuery query(QueryContext context) {
        return new SqlQuery(read(Kind.QUERY, context), source.source(context));
    }

    SqlExpression expression(ExpressionContext context) {
        return new SqlExpression(read(Kind.EXPRESSION, context), source.source(context));
    }

    SqlNode read(Kind kind, ParserRuleContext context) {
        int to = Source.to(context);
        IslandText text = IslandText.of(source, Source.from(context), to);
        try {
            SqlNode node = calcite(kind, text.padded());
            IslandTypes types = new IslandTypes(text);
            SqlTree.calls(node, limits.nestingDepth(), types::rewrite);
            return node;
        } catch (SqlParseException e) {
            throw new CalciteErrors(source, text, kind, to).translate(e, limits.nestingDepth());
        }
    }

    static SqlNode calcite(Kind kind, String text) throws SqlParseException {
        SqlParser parser = SqlParser.create(text, CalciteDialect.PARSER);
        return switch (kind) {
            case QUERY -> parser.parseQuery();
            case EXPRESSION -> parser.parseExpression();
            case STATEMENT -> parser.parseStmt();
        };
    }
}
