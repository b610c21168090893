package io.leat.shell.edit;

import io.leat.engine.editing.SqlText;
import io.leat.engine.editing.SqlToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Which brackets of a text belong to the cursor, and which closing ones have no partner. */
final class BracketPairs {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final Set<Integer> pair = new HashSet<>();
    private final Set<Integer> unmatched = new HashSet<>();

    private BracketPairs() {}

    static BracketPairs of(String text, int cursor) {
        BracketPairs brackets = new BracketPairs();
        Deque<SqlToken> open = new ArrayDeque<>();
        for (SqlToken token : SqlText.tokens(text)) {
            if (token.kind() == SqlToken.Kind.OPERATOR && token.text().length() == 1) {
                brackets.add(token, open, cursor);
            }
        }
        return brackets;
    }

    private void add(SqlToken token, Deque<SqlToken> open, int cursor) {
        if (OPENING.contains(token.text())) {
            open.push(token);
        } else if (CLOSING.contains(token.text())) {
            close(token, open, cursor);
        }
    }

    private void close(SqlToken token, Deque<SqlToken> open, int cursor) {
        boolean matches = !open.isEmpty() && OPENING.indexOf(open.peek().text()) == CLOSING.indexOf(token.text());
        if (!matches) {
            unmatched.add(token.from());
            return;
        }
        SqlToken opening = open.pop();
        if (isAt(opening, cursor) || isAt(token, cursor)) {
            pair.add(opening.from());
            pair.add(token.from());
        }
    }

    /** The bracket before the cursor, as it was just typed, or under it. */
    private static boolean isAt(SqlToken bracket, int cursor) {
        return bracket.to() == cursor || bracket.from() == cursor;
    }

    boolean isPair(int offset) {
        return pair.contains(offset);
    }

    boolean isUnmatched(int offset) {
        return unmatched.contains(offset);
    }
}
