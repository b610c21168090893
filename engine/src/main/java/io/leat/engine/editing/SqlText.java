package io.leat.engine.editing;

import io.leat.grammar.Completeness;
import io.leat.grammar.Keywords;
import io.leat.grammar.ScriptLexer;
import java.util.List;

/** Looks at SQL text that may be unfinished. */
public final class SqlText {

    /** What a text still needs before it can run. */
    public enum State {
        /** Nothing: every statement is ended by its semicolon, or there is none. */
        COMPLETE,
        /** The semicolon of its last statement. */
        MORE,
        /** A closing quote. */
        QUOTE,
        /** The end of a comment. */
        COMMENT
    }

    private SqlText() {}

    /** What the text still needs. */
    public static State state(String text) {
        return State.valueOf(Completeness.of(text).name());
    }

    /** Its tokens, blanks left out. */
    public static List<SqlToken> tokens(String text) {
        return ScriptLexer.classify(text).stream()
                .map(token -> new SqlToken(
                        SqlToken.Kind.valueOf(token.kind().name()), token.text(), token.from(), token.to()))
                .toList();
    }

    /** The words of the language, in upper case and alphabetical order. */
    public static List<String> keywords() {
        return Keywords.list();
    }
}
