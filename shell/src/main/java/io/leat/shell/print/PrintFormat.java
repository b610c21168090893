package io.leat.shell.print;

/**
 * How text for people is laid out.
 *
 * @param width columns that a line may take; 0 for as many as it needs
 * @param colour whether NULL, headers and frames may be coloured
 * @param unicode whether frames may be drawn with box characters
 */
public record PrintFormat(int width, boolean colour, boolean unicode) {

    /** Nothing is cut and nothing is coloured. */
    public static final PrintFormat PLAIN = new PrintFormat(0, false, true);

    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    /** What stands at the end of a text that was cut. */
    public String cutMark() {
        return unicode ? "\u2026" : "~";
    }

    /** The text, less conspicuous where colours are allowed. */
    public String dim(String text) {
        return colour ? DIM + text + RESET : text;
    }

    /** The text, more conspicuous where colours are allowed. */
    public String bold(String text) {
        return colour ? BOLD + text + RESET : text;
    }
}
