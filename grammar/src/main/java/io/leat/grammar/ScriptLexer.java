package io.leat.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Cuts a text into tokens whose offsets are UTF-16 units, whatever characters it holds. Never fails. */
public final class ScriptLexer {

    private ScriptLexer() {}

    /** Every token of the text, blanks and comments included, without the end-of-file token. */
    public static List<Token> tokens(String text) {
        LeatLexer lexer = new LeatLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        int[] offsets = offsets(text);
        List<Token> tokens = new ArrayList<>();
        for (Token token : lexer.getAllTokens()) {
            tokens.add(inUtf16((CommonToken) token, text, offsets));
        }
        return tokens;
    }

    /** What each token is, blanks left out: for highlighting and completion. */
    public static List<ScriptToken> classify(String text) {
        return tokens(text).stream()
                .filter(token -> token.getType() != LeatLexer.SPACE)
                .map(ScriptLexer::classify)
                .toList();
    }

    /** The end-of-file token of a statement that ends at an offset. */
    static Token endOfFile(int offset) {
        CommonToken token = new CommonToken(Token.EOF, "<EOF>");
        token.setStartIndex(offset);
        token.setStopIndex(offset - 1);
        return token;
    }

    private static ScriptToken classify(Token token) {
        return new ScriptToken(kind(token), token.getText(), token.getStartIndex(), token.getStopIndex() + 1);
    }

    private static TokenKind kind(Token token) {
        return switch (token.getType()) {
            case LeatLexer.STRING, LeatLexer.DOLLAR_STRING, LeatLexer.UNTERMINATED_STRING -> TokenKind.STRING;
            case LeatLexer.LINE_COMMENT, LeatLexer.BLOCK_COMMENT, LeatLexer.UNTERMINATED_COMMENT -> TokenKind.COMMENT;
            case LeatLexer.NUMBER -> TokenKind.NUMBER;
            case LeatLexer.OTHER -> TokenKind.OTHER;
            case LeatLexer.QUOTED_IDENTIFIER, LeatLexer.BACKTICK_IDENTIFIER, LeatLexer.UNTERMINATED_IDENTIFIER ->
                TokenKind.IDENTIFIER;
            default -> wordOrOperator(token);
        };
    }

    private static TokenKind wordOrOperator(Token token) {
        if (Keywords.isKeyword(token.getText())) {
            return TokenKind.KEYWORD;
        }
        return token.getType() == LeatLexer.IDENTIFIER ? TokenKind.IDENTIFIER : TokenKind.OPERATOR;
    }

    private static Token inUtf16(CommonToken token, String text, int[] offsets) {
        int from = offset(token.getStartIndex(), offsets);
        int to = offset(token.getStopIndex() + 1, offsets);
        token.setStartIndex(from);
        token.setStopIndex(to - 1);
        token.setText(text.substring(from, to));
        return token;
    }

    private static int offset(int codePoint, int[] offsets) {
        return offsets.length == 0 ? codePoint : offsets[codePoint];
    }

    /** Where each code point begins, as ANTLR counts code points; empty if every one is a single unit. */
    private static int[] offsets(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[count + 1];
        int offset = 0;
        for (int i = 0; i <= count; i++) {
            offsets[i] = offset;
            offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
        }
        return offsets;
    }
}
