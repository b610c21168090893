package io.leat.tests.sql;

import io.leat.grammar.ScriptLexer;
import io.leat.grammar.ScriptToken;
import io.leat.grammar.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An INSERT of VALUES taken apart, so that its rows can be inserted in other portions.
 *
 * @param beginning everything up to VALUES
 * @param rows each row with its brackets
 */
record InsertedValues(String beginning, List<String> rows) {

    /** Takes a statement apart, if it is an INSERT of VALUES. */
    static Optional<InsertedValues> of(Directive directive) {
        return directive.startsWith("INSERT INTO") ? parse(directive.text()) : Optional.empty();
    }

    private static Optional<InsertedValues> parse(String sql) {
        List<ScriptToken> tokens = ScriptLexer.classify(sql).stream()
                .filter(token -> token.kind() != TokenKind.COMMENT)
                .toList();
        List<String> rows = new ArrayList<>();
        int depth = 0;
        int values = -1;
        int from = 0;
        for (ScriptToken token : tokens) {
            if (values < 0 && token.text().equalsIgnoreCase("SELECT")) {
                return Optional.empty();
            } else if (values < 0 && token.text().equalsIgnoreCase("VALUES")) {
                values = token.from();
            } else if (values >= 0 && isOpening(token)) {
                from = depth++ == 0 ? token.from() : from;
            } else if (values >= 0 && isClosing(token) && --depth == 0) {
                rows.add(sql.substring(from, token.to()));
            }
        }
        return values < 0 ? Optional.empty() : Optional.of(new InsertedValues(sql.substring(0, values), rows));
    }

    private static boolean isOpening(ScriptToken token) {
        return token.text().equals("(") || token.text().equals("[");
    }

    private static boolean isClosing(ScriptToken token) {
        return token.text().equals(")") || token.text().equals("]");
    }

    /** Whether the other inserts into the same columns of the same table. */
    boolean continues(InsertedValues other) {
        return normal(beginning).equals(normal(other.beginning));
    }

    private static String normal(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }

    /** The statement that inserts some of the rows. */
    String statement(List<String> some) {
        return beginning + "VALUES " + String.join(", ", some);
    }
}
