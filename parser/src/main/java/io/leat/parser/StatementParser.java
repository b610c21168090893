package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.limit.Limits;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.Select;
import io.leat.parser.statement.SourceText;
import io.leat.parser.statement.SqlQuery;
import java.util.List;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;

/** Reads statements. Stateless and safe to use from many threads. */
public final class StatementParser {

    private StatementParser() {}

    /**
     * Reads a script of statements, each ended by a semicolon but for the last.
     *
     * @throws LeatException with the place of the first error
     */
    public static List<ParsedStatement> parseScript(String script, Limits limits) {
        return List.of(parse(script, limits));
    }

    /**
     * Reads a text that holds exactly one statement.
     *
     * @throws LeatException with the place of the first error
     */
    public static ParsedStatement parse(String text, Limits limits) {
        if (text.length() > limits.statementCharacters()) {
            throw LeatException.of(ErrorCode.TOO_COMPLEX, "the statement is too long");
        }
        Span span = Span.of(text, 0, text.length());
        try {
            SourceText source = new SourceText(text, 0, text.length(), span);
            SqlQuery query =
                    new SqlQuery(SqlParser.create(text, CalciteDialect.PARSER).parseQuery(), source);
            return new ParsedStatement(new Select(query, Emit.NONE), text, 0, text.length(), span, 0);
        } catch (SqlParseException e) {
            throw LeatException.of(ErrorCode.SYNTAX, "the query cannot be read", e);
        }
    }
}
