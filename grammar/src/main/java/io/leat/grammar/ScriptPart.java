package io.leat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * One statement of a script, still as text.
 *
 * @param script the whole script
 * @param from offset of its first token in the script, in UTF-16 units
 * @param to offset after its last token, the semicolon that ends it left out
 * @param tokens its tokens, blanks and comments between them included
 * @param terminated whether a semicolon ends it
 */
public record ScriptPart(String script, int from, int to, List<Token> tokens, boolean terminated) {
    public ScriptPart {
        tokens = List.copyOf(tokens);
    }

    /** The statement as it was written. */
    public String text() {
        return script.substring(from, to);
    }

    /** Its tokens without blanks and comments. */
    public List<Token> visibleTokens() {
        return tokens.stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
    }

    /** Its tokens as the generated parser reads them, with an end of their own. */
    public TokenStream stream() {
        List<Token> all = new ArrayList<>(tokens);
        all.add(ScriptLexer.endOfFile(to));
        return new CommonTokenStream(new ListTokenSource(all));
    }
}
