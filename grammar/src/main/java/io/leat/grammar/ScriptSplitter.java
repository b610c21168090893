package io.leat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Finds where the statements of a script begin and end: at semicolons outside of quotes and comments.
 *
 * <p>{@code BEGIN STATEMENT SET; ... END;} is one statement. A semicolon inside brackets ends the statement too: none may
 * stand there, and so a bracket that was never closed cannot swallow the rest of a script.
 */
public final class ScriptSplitter {
    private final String script;
    private final List<ScriptPart> parts = new ArrayList<>();
    private final List<Token> pending = new ArrayList<>();
    private final List<Token> visible = new ArrayList<>();

    private ScriptSplitter(String script) {
        this.script = script;
    }

    /** The statements of a script; empty ones are left out. */
    public static List<ScriptPart> split(String script) {
        ScriptSplitter splitter = new ScriptSplitter(script);
        ScriptLexer.tokens(script).forEach(splitter::add);
        splitter.finish(false);
        return splitter.parts;
    }

    private void add(Token token) {
        if (token.getType() == LeatLexer.SEMI && !insideStatementSet()) {
            finish(true);
            return;
        }
        boolean shown = token.getChannel() == Token.DEFAULT_CHANNEL;
        if (shown) {
            visible.add(token);
        }
        if (!visible.isEmpty()) {
            pending.add(token);
        }
    }

    private void finish(boolean terminated) {
        if (!visible.isEmpty()) {
            int from = visible.get(0).getStartIndex();
            int to = visible.get(visible.size() - 1).getStopIndex() + 1;
            parts.add(new ScriptPart(script, from, to, withoutTrailingBlanks(to), terminated));
        }
        pending.clear();
        visible.clear();
    }

    private List<Token> withoutTrailingBlanks(int to) {
        return pending.stream().filter(token -> token.getStartIndex() < to).toList();
    }

    private boolean insideStatementSet() {
        int begin = startsWith(LeatLexer.BEGIN, LeatLexer.STATEMENT, LeatLexer.SET)
                ? 3
                : startsWith(LeatLexer.EXECUTE, LeatLexer.STATEMENT, LeatLexer.SET, LeatLexer.BEGIN) ? 4 : 0;
        return begin > 0 && !endsSet(begin);
    }

    /** Whether the last token is the END of the set: it follows a semicolon, or nothing. */
    private boolean endsSet(int begin) {
        int last = visible.size() - 1;
        boolean first = last == begin || type(last - 1) == LeatLexer.SEMI;
        return last >= begin && type(last) == LeatLexer.END && first;
    }

    private boolean startsWith(int... types) {
        if (visible.size() < types.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (type(i) != types[i]) {
                return false;
            }
        }
        return true;
    }

    private int type(int index) {
        return visible.get(index).getType();
    }
}
