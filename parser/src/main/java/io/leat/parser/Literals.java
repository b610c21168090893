package io.leat.parser;

import io.leat.grammar.LeatLexer;
import org.antlr.v4.runtime.Token;

/** What quoted text says once the quotes are gone. */
final class Literals {

    private Literals() {}

    /** The value of a string in single or dollar quotes. */
    static String string(Token token) {
        String text = token.getText();
        return token.getType() == LeatLexer.DOLLAR_STRING ? text.substring(2, text.length() - 2) : unquote(text, '\'');
    }

    /** The text between two quotes, doubled quotes made single. */
    static String unquote(String text, char quote) {
        String one = String.valueOf(quote);
        return text.substring(1, text.length() - 1).replace(one + one, one);
    }

    /** A string as SQL writes it. */
    static String quote(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
