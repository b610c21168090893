package io.leat.grammar;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** Whether what has been typed so far is whole: the shell reads on until it is. */
public enum Completeness {
    /** Every statement is ended by its semicolon, or there is none. */
    COMPLETE,
    /** The last statement waits for its semicolon. */
    MORE,
    /** A string or quoted name waits for its closing quote. */
    QUOTE,
    /** A comment waits for its closing mark. */
    COMMENT;

    /** The verdict on a text. */
    public static Completeness of(String text) {
        List<Token> tokens = ScriptLexer.tokens(text);
        int last = tokens.isEmpty() ? Token.EOF : tokens.get(tokens.size() - 1).getType();
        return switch (last) {
            case LeatLexer.UNTERMINATED_STRING, LeatLexer.UNTERMINATED_IDENTIFIER -> QUOTE;
            case LeatLexer.UNTERMINATED_COMMENT -> COMMENT;
            default -> ended(ScriptSplitter.split(text)) ? COMPLETE : MORE;
        };
    }

    private static boolean ended(List<ScriptPart> parts) {
        return parts.isEmpty() || parts.get(parts.size() - 1).terminated();
    }
}
