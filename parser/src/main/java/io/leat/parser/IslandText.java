package io.leat.parser;

import io.leat.core.error.LeatException;
import io.leat.grammar.LeatLexer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * The text of a query or expression as Calcite gets it: at the same line and column as in the script, with what Calcite
 * cannot read put in other words of the same length. So every position that Calcite reports is one of the script.
 *
 * <p>Before the island stand as many line ends and blanks as it takes. Backticks become double quotes; comments and
 * unusual blanks become blanks (hints stay); {@code TIMESTAMP_LTZ(3)} loses its bracket, whose number is kept aside.
 */
final class IslandText {
    private static final String HINT = "/*+";
    private static final String LOCAL_TIMESTAMP = "TIMESTAMP_LTZ";

    private final Source source;
    private final List<Token> tokens;
    private final StringBuilder text;
    private final int shift;
    private final Map<Integer, Integer> precisions = new HashMap<>();

    private IslandText(Source source, int from, int to) {
        this.source = source;
        this.tokens = source.part().tokens().stream()
                .filter(token -> token.getStartIndex() >= from && token.getStartIndex() < to)
                .toList();
        int line = source.lines().line(from);
        int column = source.lines().column(from);
        String before = "\n".repeat(line - 1) + " ".repeat(column - 1);
        this.shift = before.length() - from;
        this.text = new StringBuilder(before).append(source.part().script(), from, to);
    }

    /** The padded text of the characters {@code from} (inclusive) to {@code to} (exclusive) of the script. */
    static IslandText of(Source source, int from, int to) {
        IslandText island = new IslandText(source, from, to);
        for (int i = 0; i < island.tokens.size(); i++) {
            island.translate(i);
        }
        return island;
    }

    /** The text for Calcite. */
    String padded() {
        return text.toString();
    }

    /** The text for Calcite with one token replaced by another spelling: later tokens of the line move. */
    String paddedWith(Token token, String replacement) {
        return new StringBuilder(text)
                .replace(token.getStartIndex() + shift, token.getStopIndex() + 1 + shift, replacement)
                .toString();
    }

    /** Whether a token of the statement is part of it. */
    boolean covers(Token token) {
        return tokens.contains(token);
    }

    /** The precision written after the TIMESTAMP_LTZ that stands at a place. */
    Optional<Integer> localTimestampPrecision(int line, int column) {
        return Optional.ofNullable(precisions.get(source.lines().offset(line, column)));
    }

    private void translate(int index) {
        Token token = tokens.get(index);
        switch (token.getType()) {
            case LeatLexer.SPACE, LeatLexer.LINE_COMMENT -> blank(token);
            case LeatLexer.BLOCK_COMMENT -> {
                if (!token.getText().startsWith(HINT)) {
                    blank(token);
                }
            }
            case LeatLexer.BACKTICK_IDENTIFIER -> backtick(token);
            case LeatLexer.DOLLAR_STRING -> dollar(token);
            case LeatLexer.IDENTIFIER -> localTimestamp(index);
            case LeatLexer.ARRAY, LeatLexer.ROW -> refuseAngles(index);
            default -> {}
        }
    }

    private void blank(Token token) {
        for (int i = token.getStartIndex(); i <= token.getStopIndex(); i++) {
            if (text.charAt(i + shift) != '\n') {
                text.setCharAt(i + shift, ' ');
            }
        }
    }

    private void backtick(Token token) {
        String inside = token.getText().substring(1, token.getText().length() - 1);
        if (inside.indexOf('"') >= 0 || inside.indexOf('`') >= 0) {
            throw LeatException.unsupported(
                            "a quote or backtick in a name in backticks", "write the name in double quotes.")
                    .at(source.span(token));
        }
        text.setCharAt(token.getStartIndex() + shift, '"');
        text.setCharAt(token.getStopIndex() + shift, '"');
    }

    private void dollar(Token token) {
        String value = Literals.quote(Literals.string(token));
        int length = token.getText().length();
        if (value.length() > length) {
            throw LeatException.unsupported("a dollar-quoted string with many quotes in a query", "use single quotes.")
                    .at(source.span(token));
        }
        int from = token.getStartIndex() + shift;
        text.replace(from, from + length, value + " ".repeat(length - value.length()));
    }

    private void refuseAngles(int index) {
        List<Token> next = visibleAfter(index, 1);
        if (!next.isEmpty() && next.get(0).getType() == LeatLexer.LT) {
            String type = tokens.get(index).getText();
            throw LeatException.unsupported(type + "<...> in a query", "write the type as INT ARRAY or ROW(a INT).")
                    .at(source.span(tokens.get(index)));
        }
    }

    private void localTimestamp(int index) {
        Token token = tokens.get(index);
        List<Token> next = visibleAfter(index, 3);
        boolean sized = next.size() == 3
                && next.get(0).getType() == LeatLexer.LPAREN
                && next.get(1).getType() == LeatLexer.NUMBER
                && next.get(2).getType() == LeatLexer.RPAREN;
        if (sized && token.getText().equalsIgnoreCase(LOCAL_TIMESTAMP)) {
            precisions.put(token.getStartIndex(), TypeSizes.number(next.get(1), source));
            next.forEach(this::blank);
        }
    }

    private List<Token> visibleAfter(int index, int count) {
        return tokens.subList(index + 1, Math.min(tokens.size(), index + 1 + 2 * count)).stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .limit(count)
                .toList();
    }
}
