package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.grammar.LeatLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Looks at a statement's tokens before anything recursive reads them: nothing is left open, and nothing nests deeper
 * than the limit. Brackets nest, and so do CASE ... END, the types inside types, and chains of operators.
 */
final class TokenGuard {

    /** What is open: the token that opened it, and how many operators it chains since its last comma. */
    private static final class Frame {
        private final Token opener;
        private int chained;

        Frame(Token opener) {
            this.opener = opener;
        }
    }

    /** Operators that Calcite may meet in one chain before its own parser suffers; the tree is measured afterwards. */
    private static final int CHAIN_FACTOR = 4;

    private static final Set<String> CHAINING = Set.of("AND", "JOIN", "IS", "IN", "BETWEEN");

    private final Source source;
    private final Limits limits;
    private final List<Token> tokens;
    private final Deque<Frame> open = new ArrayDeque<>();
    private int points;

    private TokenGuard(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
        this.tokens = source.part().visibleTokens();
    }

    /**
     * Checks a statement.
     *
     * @throws LeatException SYNTAX if something is never closed or never opened, TOO_COMPLEX if a limit is exceeded
     */
    static void check(Source source, Limits limits) {
        new TokenGuard(source, limits).check();
    }

    private void check() {
        checkLength();
        open.push(new Frame(null));
        for (int i = 0; i < tokens.size(); i++) {
            check(i);
        }
        for (Frame frame : open) {
            if (frame.opener != null && isBracket(frame.opener)) {
                throw syntax("\"" + frame.opener.getText() + "\" is never closed", frame.opener);
            }
        }
    }

    private void checkLength() {
        int length = source.part().to() - source.part().from();
        if (length > limits.statementCharacters()) {
            throw LeatException.of(
                            ErrorCode.TOO_COMPLEX,
                            "the statement has " + length + " characters, the limit is " + limits.statementCharacters())
                    .at(source.span(tokens.get(0)));
        }
    }

    private void check(int index) {
        Token token = tokens.get(index);
        checkPoints(index);
        switch (token.getType()) {
            case LeatLexer.UNTERMINATED_STRING -> throw unclosed("string", token);
            case LeatLexer.UNTERMINATED_IDENTIFIER -> throw unclosed("quoted name", token);
            case LeatLexer.UNTERMINATED_COMMENT -> throw unclosed("comment", token);
            case LeatLexer.LPAREN, LeatLexer.CASE -> open(token);
            case LeatLexer.LBRACK -> {
                chain(token);
                open(token);
            }
            case LeatLexer.LT -> openType(index);
            case LeatLexer.RPAREN -> closeBracket(token, LeatLexer.LPAREN);
            case LeatLexer.RBRACK -> closeBracket(token, LeatLexer.LBRACK);
            case LeatLexer.GT -> closeIf(LeatLexer.LT, token);
            case LeatLexer.END -> closeIf(LeatLexer.CASE, token);
            case LeatLexer.COMMA -> open.peek().chained = 0;
            case LeatLexer.OPERATOR -> operator(index);
            case LeatLexer.ARRAY,
                    LeatLexer.MINUS,
                    LeatLexer.NOT,
                    LeatLexer.OR,
                    LeatLexer.EQ,
                    LeatLexer.LIKE,
                    LeatLexer.SELECT -> chain(token);
            case LeatLexer.IDENTIFIER -> word(token);
            default -> {}
        }
    }

    /** Calcite would take two slashes for a comment and read on without a word about what it left out. */
    private void operator(int index) {
        Token token = tokens.get(index);
        Token before = index == 0 ? token : tokens.get(index - 1);
        boolean touches = before.getStopIndex() + 1 == token.getStartIndex();
        if (touches && token.getText().equals("/") && before.getText().equals("/")) {
            throw syntax("unexpected \"//\"", token).hint("a comment to the end of the line begins with --.");
        }
        chain(token);
    }

    private void word(Token token) {
        if (CHAINING.contains(token.getText().toUpperCase(Locale.ROOT))) {
            chain(token);
        }
    }

    /** A name like a.b.c.d is flat, but its parts are bounded all the same: Calcite's time grows with their square. */
    private void checkPoints(int index) {
        Token token = tokens.get(index);
        boolean point = token.getType() == LeatLexer.DOT;
        boolean afterPoint = index > 0 && tokens.get(index - 1).getType() == LeatLexer.DOT;
        points = point ? points + 1 : afterPoint ? points : 0;
        if (points > limits.nestingDepth()) {
            throw tooDeep(token);
        }
    }

    private void open(Token token) {
        open.push(new Frame(token));
        if (open.size() - 1 > limits.nestingDepth()) {
            throw tooDeep(token);
        }
    }

    private void openType(int index) {
        int before = index == 0 ? Token.EOF : tokens.get(index - 1).getType();
        boolean type = before == LeatLexer.ARRAY
                || before == LeatLexer.MAP
                || before == LeatLexer.ROW
                || before == LeatLexer.MULTISET;
        if (type) {
            open(tokens.get(index));
        } else {
            chain(tokens.get(index));
        }
    }

    private void closeIf(int opener, Token token) {
        Token top = open.peek().opener;
        if (top != null && top.getType() == opener) {
            open.pop();
        } else {
            chain(token);
        }
    }

    private void closeBracket(Token token, int opener) {
        while (open.peek().opener != null && !isBracket(open.peek().opener)) {
            open.pop();
        }
        Token top = open.peek().opener;
        if (top == null || top.getType() != opener) {
            throw syntax("unexpected \"" + token.getText() + "\"", token)
                    .hint("there is no \"" + (opener == LeatLexer.LPAREN ? "(" : "[") + "\" for it to close.");
        }
        open.pop();
    }

    private void chain(Token token) {
        Frame frame = open.peek();
        frame.chained++;
        if (frame.chained > CHAIN_FACTOR * limits.nestingDepth()) {
            throw tooDeep(token);
        }
    }

    private static boolean isBracket(Token token) {
        return token.getType() == LeatLexer.LPAREN || token.getType() == LeatLexer.LBRACK;
    }

    private LeatException tooDeep(Token token) {
        return SqlTree.tooDeep(limits.nestingDepth()).at(source.span(token));
    }

    private LeatException unclosed(String what, Token token) {
        int mark = token.getText().startsWith("/*") || token.getText().startsWith("$$") ? 2 : 1;
        return LeatException.of(ErrorCode.SYNTAX, "the " + what + " is never closed")
                .at(source.span(token.getStartIndex(), token.getStartIndex() + mark));
    }

    private LeatException syntax(String message, Token token) {
        return LeatException.of(ErrorCode.SYNTAX, message).at(source.span(token));
    }
}
