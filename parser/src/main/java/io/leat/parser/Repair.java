package io.leat.parser;

import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.grammar.Keywords;
import io.leat.grammar.LeatLexer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;

/**
 * Finds what is wrong with a query by trying the likely repairs: a reserved word gets quotes, a word like a keyword
 * becomes the keyword. If Calcite then gets further, that word is to blame, even if Calcite stumbled over the next one
 * ({@code SELECT a FORM t} takes FORM for an alias and stumbles over t).
 */
final class Repair {
    private static final List<String> STRUCTURE = List.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "BY",
            "JOIN",
            "ON",
            "AS",
            "UNION",
            "ALL",
            "DISTINCT",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "VALUES",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "AND",
            "OR",
            "NOT",
            "IN",
            "IS",
            "LIKE",
            "BETWEEN",
            "INNER",
            "LEFT",
            "RIGHT",
            "FULL",
            "OUTER",
            "CROSS",
            "EXCEPT",
            "INTERSECT",
            "QUALIFY",
            "PARTITION",
            "SECOND",
            "MINUTE",
            "HOUR",
            "MONTH",
            "YEAR",
            "OVER",
            "INTERVAL",
            "USING",
            "WITH");
    /** Words that people use as names and Calcite stumbles over; others, quoted, would only hide the real mistake. */
    private static final Set<String> LIKELY_NAMES = Set.of(
            "TIMESTAMP", "WINDOW", "DATE", "TIME", "ORDER", "USER", "GROUP", "TABLE", "END", "ROWS", "PARTITION");
    /** Those of them that begin a literal, so that Calcite stumbles over the token behind them. */
    private static final Set<String> LITERAL_WORDS = Set.of("TIMESTAMP", "DATE", "TIME");

    /** Shorter words are near to too many others. */
    private static final int WORD_MIN = 3;

    private final Source source;
    private final IslandText text;
    private final Islands.Kind kind;
    private final int stumbled;

    Repair(Source source, IslandText text, Islands.Kind kind, int stumbled) {
        this.source = source;
        this.text = text;
        this.kind = kind;
        this.stumbled = stumbled;
    }

    /** The error that names the word to blame, if a repair shows one: the token stumbled over or the one before. */
    Optional<LeatException> explain(List<Token> tokens, int index, Throwable cause) {
        for (int i = index; i >= Math.max(0, index - 1); i--) {
            Optional<LeatException> found = i < tokens.size() && text.covers(tokens.get(i))
                    ? explain(tokens.get(i), i == index ? LIKELY_NAMES : LITERAL_WORDS, cause)
                    : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<LeatException> explain(Token token, Set<String> names, Throwable cause) {
        String word = token.getText();
        if (names.contains(word.toUpperCase(Locale.ROOT)) && helps(token, "\"" + word + "\"")) {
            return Optional.of(Names.reserved(word).at(source.span(token)));
        }
        if (token.getType() != LeatLexer.IDENTIFIER || word.length() < WORD_MIN || Keywords.isKeyword(word)) {
            return Optional.empty();
        }
        return Suggestions.nearest(word, STRUCTURE)
                .filter(keyword -> helps(token, keyword))
                .map(keyword -> SyntaxMessages.unexpected(token, cause)
                        .hint("did you mean " + keyword + "?")
                        .at(source.span(token)));
    }

    private boolean helps(Token token, String replacement) {
        try {
            Islands.calcite(kind, text.paddedWith(token, replacement));
            return true;
        } catch (SqlParseException e) {
            int growth = replacement.length() - token.getText().length();
            SqlParserPos position = e.getPos();
            return position != null
                    && source.lines().offset(position.getLineNum(), position.getColumnNum()) - growth > stumbled;
        }
    }
}
