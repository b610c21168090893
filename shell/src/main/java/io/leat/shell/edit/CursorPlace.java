package io.leat.shell.edit;

import io.leat.engine.editing.SqlText;
import io.leat.engine.editing.SqlToken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where in a statement the cursor stands.
 *
 * @param statement the tokens of the statement, also those behind the cursor
 * @param before its tokens before the word at the cursor
 * @param quoted the text in quotes that the cursor is in, if it is in one
 */
record CursorPlace(List<SqlToken> statement, List<SqlToken> before, Optional<SqlToken> quoted) {

    static CursorPlace of(String text, int cursor, int wordFrom) {
        List<SqlToken> statement = new ArrayList<>();
        for (SqlToken token : SqlText.tokens(text)) {
            boolean semicolon = token.is(";");
            if (semicolon && token.from() >= cursor) {
                break;
            }
            if (semicolon) {
                statement.clear();
            } else if (token.kind() != SqlToken.Kind.COMMENT) {
                statement.add(token);
            }
        }
        Optional<SqlToken> quoted = statement.stream()
                .filter(token -> token.kind() == SqlToken.Kind.STRING)
                .filter(token -> token.from() < cursor && (cursor < token.to() || !isClosed(token)))
                .findFirst();
        int end = quoted.map(SqlToken::from).orElse(wordFrom);
        List<SqlToken> before =
                statement.stream().filter(token -> token.to() <= end).toList();
        return new CursorPlace(List.copyOf(statement), before, quoted);
    }

    private static boolean isClosed(SqlToken token) {
        return token.text().length() > 1 && token.text().endsWith("'");
    }

    /** Whether the token before the cursor is one of these words. */
    boolean follows(String... words) {
        return !before.isEmpty() && isOneOf(before.get(before.size() - 1), words);
    }

    private static boolean isOneOf(SqlToken token, String... words) {
        for (String word : words) {
            if (token.is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing of the statement stands before the cursor. */
    boolean isStart() {
        return before.isEmpty();
    }

    /** Whether the statement begins with a word. */
    boolean begins(String word) {
        return !before.isEmpty() && before.get(0).is(word);
    }

    /** Whether a query has begun before the cursor. */
    boolean withinQuery() {
        return before.stream().anyMatch(token -> token.is("SELECT"));
    }

    /** The tokens inside the brackets of {@code WITH (} that the cursor is in; empty if it is in none. */
    Optional<List<SqlToken>> withOptions() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).is("(")) {
                open.push(i);
            } else if (before.get(i).is(")") && !open.isEmpty()) {
                open.pop();
            }
        }
        boolean inWith = !open.isEmpty()
                && open.peek() > 0
                && before.get(open.peek() - 1).is("WITH");
        return inWith ? Optional.of(before.subList(open.peek() + 1, before.size())) : Optional.empty();
    }
}
