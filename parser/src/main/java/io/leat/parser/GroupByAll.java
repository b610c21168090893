package io.leat.parser;

import io.leat.core.error.LeatException;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Recognises GROUP BY ALL, which Calcite does not read, so that it is refused by its name. */
final class GroupByAll {

    private GroupByAll() {}

    /**
     * Checks a statement.
     *
     * @throws LeatException UNSUPPORTED if it says GROUP BY ALL and names nothing to group by
     */
    static void check(Source source) {
        List<Token> tokens = source.part().visibleTokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean groups = is(tokens.get(i), "GROUP") && is(tokens.get(i + 1), "BY") && is(tokens.get(i + 2), "ALL");
            if (groups && endsClause(tokens, i + 3)) {
                throw LeatException.unsupported(
                                "GROUP BY ALL", "name the columns, or their places as in GROUP BY 1, 2.")
                        .at(source.span(
                                tokens.get(i).getStartIndex(), tokens.get(i + 2).getStopIndex() + 1));
            }
        }
    }

    private static boolean endsClause(List<Token> tokens, int next) {
        return next == tokens.size()
                || List.of(")", "HAVING", "ORDER", "LIMIT", "EMIT", "QUALIFY", "WINDOW", "UNION", "OFFSET", "FETCH")
                        .stream()
                        .anyMatch(word -> is(tokens.get(next), word));
    }

    private static boolean is(Token token, String word) {
        return token.getText().equalsIgnoreCase(word);
    }
}
