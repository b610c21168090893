package io.leat.parser;

import io.leat.grammar.Keywords;
import io.leat.grammar.LeatLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words what the statement grammar would have taken. */
final class ExpectedTokens {
    private static final int EXPECTED_MAX = 10;
    private static final Set<Integer> QUERY_STARTS =
            Set.of(LeatLexer.SELECT, LeatLexer.VALUES, LeatLexer.WITH, LeatLexer.TABLE, LeatLexer.LPAREN);

    private final IntervalSet expected;
    private final boolean name;
    private final boolean type;
    private final boolean query;

    private ExpectedTokens(IntervalSet expected) {
        this.expected = expected;
        this.name = expected.contains(LeatLexer.IDENTIFIER);
        this.type = name && expected.contains(LeatLexer.ARRAY);
        this.query = expected.contains(LeatLexer.SELECT) && expected.contains(LeatLexer.VALUES);
    }

    /** The sentence, or nothing if there is too much to list. */
    static String hint(IntervalSet expected) {
        List<String> names = expected.contains(LeatLexer.OTHER) ? List.of() : new ExpectedTokens(expected).names();
        boolean onlyEnd = expected.size() == 1 && expected.contains(Token.EOF);
        return onlyEnd || names.isEmpty() || names.size() > EXPECTED_MAX ? "" : SyntaxMessages.expected(names);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int token : expected.toList()) {
            if (!isCovered(token)) {
                names.add(shown(token));
            }
        }
        if (query) {
            names.add("a query");
        }
        if (name) {
            names.add(type ? "a type" : "a name");
        }
        return names;
    }

    /** Whether "a name", "a type" or "a query" says it already. */
    private boolean isCovered(int token) {
        boolean inName = name
                && (Keywords.isWord(token)
                        || token == LeatLexer.IDENTIFIER
                        || token == LeatLexer.QUOTED_IDENTIFIER
                        || token == LeatLexer.BACKTICK_IDENTIFIER);
        return inName || query && QUERY_STARTS.contains(token);
    }

    private static String shown(int token) {
        return switch (token) {
            case Token.EOF -> "the end of the statement";
            case LeatLexer.STRING -> "a string in single quotes";
            case LeatLexer.NUMBER -> "a number";
            default -> word(token);
        };
    }

    private static String word(int token) {
        if (Keywords.isWord(token)) {
            return LeatLexer.VOCABULARY.getSymbolicName(token);
        }
        return LeatLexer.VOCABULARY.getDisplayName(token).replace('\'', '"');
    }
}
