package io.leat.shell.print;

import java.util.Locale;

/**
 * Makes data safe to show in a terminal: characters that move the cursor, change colours or reverse the direction of
 * writing are written as escapes, and so nothing in the data can act on the terminal.
 */
public final class ControlText {

    private ControlText() {}

    /** The text with its control characters written as {@code \n}, {@code \t} or four hexadecimal digits after backslash and u. */
    public static String escape(String text) {
        int first = 0;
        while (first < text.length() && !isControl(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (isControl(text, i)) {
                escaped.append(escape(text.charAt(i)));
            } else {
                escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }

    private static String escape(char control) {
        return switch (control) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) control);
        };
    }

    private static boolean isControl(String text, int index) {
        char c = text.charAt(index);
        return Character.isISOControl(c) || isDirection(c) || isLoneSurrogate(text, index);
    }

    /** Marks that change the direction of what follows, and separators of lines and paragraphs. */
    private static boolean isDirection(char c) {
        return c == '\u200E' || c == '\u200F' || c >= '\u2028' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
    }

    private static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
