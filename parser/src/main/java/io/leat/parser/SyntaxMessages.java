package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.grammar.LeatLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The wording of syntax errors, the same whoever found them. */
final class SyntaxMessages {
    private static final int TOKEN_CHARACTERS = 40;

    private SyntaxMessages() {}

    /** A token that does not belong where it stands. */
    static LeatException unexpected(Token token, Throwable cause) {
        // A string may be a password: the caret shows it to its author, the message to whoever reads a log.
        String what = token.getType() == LeatLexer.STRING ? "string" : shown(token.getText());
        return LeatException.of(ErrorCode.SYNTAX, "unexpected " + what, cause);
    }

    /** A statement that stops too early. */
    static LeatException unexpectedEnd(Throwable cause) {
        return LeatException.of(ErrorCode.SYNTAX, "unexpected end of statement", cause);
    }

    /** The sentence that lists what could have stood there. */
    static String expected(List<String> names) {
        int last = names.size() - 1;
        String list = last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
        return "expected " + list + ".";
    }

    /** A token in quotes, on one line and not too long. */
    static String shown(String token) {
        String line = token.replaceAll("\\s+", " ");
        boolean cut = line.length() > TOKEN_CHARACTERS;
        String text = cut ? line.substring(0, line.offsetByCodePoints(0, 1) + TOKEN_CHARACTERS - 2) + "…" : line;
        return "\"" + text + "\"";
    }
}
