package io.leat.shell.print;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: East Asian characters and emoji take two, combining marks none. */
public final class DisplayWidth {

    private DisplayWidth() {}

    /** The columns that a text takes. */
    public static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += length(text, i)) {
            width += at(text, i);
        }
        return width;
    }

    /** The text, or its beginning and a mark if it takes more columns than allowed. */
    public static String cut(String text, int columns, String mark) {
        if (text.length() <= columns && isNarrow(text) || of(text) <= columns) {
            return text;
        }
        int allowed = columns - of(mark);
        int width = 0;
        int end = 0;
        while (end < text.length() && width + at(text, end) <= allowed) {
            width += at(text, end);
            end += length(text, end);
        }
        return text.substring(0, end) + mark;
    }

    /** The text with blanks behind or before it, up to a width. */
    public static String pad(String text, int columns, boolean right) {
        String blanks = " ".repeat(Math.max(0, columns - of(text)));
        return right ? blanks + text : text + blanks;
    }

    private static boolean isNarrow(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    private static int length(String text, int index) {
        return text.charAt(index) < 0x7F ? 1 : Math.max(1, WCWidth.charCountForGraphemeCluster(text, index));
    }

    private static int at(String text, int index) {
        return text.charAt(index) < 0x7F ? 1 : Math.max(0, WCWidth.wcwidthForGraphemeCluster(text, index));
    }
}
