package io.leat.shell.edit;

import io.leat.engine.editing.SqlText;
import io.leat.engine.editing.SqlToken;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours SQL while it is typed, marks the bracket that belongs to the one at the cursor, and brackets without partner. */
public final class SqlHighlighter implements Highlighter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle KEYWORD =
            PLAIN.foreground(AttributedStyle.CYAN).bold();
    private static final AttributedStyle STRING = PLAIN.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle NUMBER = PLAIN.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle COMMENT = PLAIN.faint();
    private static final AttributedStyle WRONG =
            PLAIN.foreground(AttributedStyle.RED).bold();
    private static final AttributedStyle PAIR =
            PLAIN.foreground(AttributedStyle.YELLOW).bold().underline();
    private static final AttributedStyle COMMAND = PLAIN.foreground(AttributedStyle.CYAN);

    private final boolean colour;

    /** A highlighter, or one that leaves everything plain. */
    public SqlHighlighter(boolean colour) {
        this.colour = colour;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        return highlight(buffer, reader.getBuffer().cursor());
    }

    /** The text with its colours. */
    AttributedString highlight(String text, int cursor) {
        if (!colour) {
            return new AttributedString(text);
        }
        if (text.startsWith("\\")) {
            return new AttributedString(text, COMMAND);
        }
        AttributedStringBuilder styled = new AttributedStringBuilder();
        BracketPairs brackets = BracketPairs.of(text, cursor);
        int end = 0;
        for (SqlToken token : SqlText.tokens(text)) {
            styled.append(text.substring(end, token.from()));
            styled.append(token.text(), style(token, brackets));
            end = token.to();
        }
        return styled.append(text.substring(end)).toAttributedString();
    }

    private static AttributedStyle style(SqlToken token, BracketPairs brackets) {
        return switch (token.kind()) {
            case KEYWORD -> KEYWORD;
            case STRING -> STRING;
            case NUMBER -> NUMBER;
            case COMMENT -> COMMENT;
            case OTHER -> WRONG;
            case OPERATOR -> brackets.isUnmatched(token.from()) ? WRONG : brackets.isPair(token.from()) ? PAIR : PLAIN;
            case IDENTIFIER -> PLAIN;
        };
    }
}
