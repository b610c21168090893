package io.leat.core.error;

/**
 * Draws an error for people: the line with its SQLSTATE, the source line with a caret under the whole token, detail
 * and hint.
 *
 * <pre>
 * ERROR 42703 unknown column "amuont" in table "orders"
 *   3 |   SUM(amuont) AS total,
 *     |       ^^^^^^
 *   hint: did you mean "amount"?
 * </pre>
 */
public final class ErrorText {
    private static final int WIDTH_MAX = 120;

    private ErrorText() {}

    /** The text of an error, with the place shown in the script that it came from; lines end with a newline. */
    public static String render(LeatException error, String script) {
        StringBuilder text = new StringBuilder();
        text.append("ERROR ")
                .append(error.sqlState())
                .append(' ')
                .append(error.getMessage())
                .append('\n');
        error.span().ifPresent(span -> caret(text, span, script));
        error.detail()
                .ifPresent(detail -> text.append("  detail: ").append(detail).append('\n'));
        error.hint().ifPresent(hint -> text.append("  hint: ").append(hint).append('\n'));
        return text.toString();
    }

    private static void caret(StringBuilder text, Span span, String script) {
        String[] lines = script.split("\r?\n", -1);
        if (span.line() < 1 || span.line() > lines.length) {
            return;
        }
        String line = lines[span.line() - 1];
        int from = Math.min(Math.max(span.column() - 1, 0), line.length());
        int to = span.endLine() == span.line() ? span.endColumn() : line.length();
        int until = Math.min(Math.max(to, from + 1), Math.max(line.length(), from + 1));
        int shownFrom = Math.max(0, from - WIDTH_MAX / 2);
        String shown = line.substring(shownFrom, Math.min(line.length(), shownFrom + WIDTH_MAX));
        String number = Integer.toString(span.line());
        text.append("  ").append(number).append(" | ").append(shown).append('\n');
        text.append("  ").append(" ".repeat(number.length())).append(" | ");
        text.append(blank(line, shownFrom, from));
        text.append("^".repeat(Math.max(1, Math.min(until, shownFrom + WIDTH_MAX) - from)));
        text.append('\n');
    }

    /** Blanks as wide as the text before the caret, with its tabs kept so that the caret stays under the token. */
    private static String blank(String line, int from, int to) {
        StringBuilder blank = new StringBuilder();
        line.substring(from, to).codePoints().forEach(c -> blank.append(c == '\t' ? '\t' : ' '));
        return blank.toString();
    }
}
