package io.leat.core.error;

/**
 * A place in a text: lines and columns count from 1 in UTF-16 units, both ends inclusive, as Calcite counts them.
 *
 * @param line the line of the first character
 * @param column the column of the first character
 * @param endLine the line of the last character
 * @param endColumn the column of the last character
 */
public record Span(int line, int column, int endLine, int endColumn) {

    /** The span of a single character. */
    public static Span at(int line, int column) {
        return new Span(line, column, line, column);
    }

    /** The span of the characters {@code from} (inclusive) to {@code to} (exclusive) of a text. */
    public static Span of(String text, int from, int to) {
        int[] begin = lineAndColumn(text, from);
        int[] end = lineAndColumn(text, Math.max(from, to - 1));
        return new Span(begin[0], begin[1], end[0], end[1]);
    }

    private static int[] lineAndColumn(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new int[] {line, offset - lineStart + 1};
    }
}
