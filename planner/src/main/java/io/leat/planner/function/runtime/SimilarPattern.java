package io.leat.planner.function.runtime;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;

/** Patterns of SIMILAR TO as regular expressions: {@code %} and {@code _} as in LIKE, the rest as in SQL:2003. */
final class SimilarPattern {
    private static final String SPECIAL_IN_JAVA = "\\.$&";

    private SimilarPattern() {}

    static String toRegex(String pattern, String escape) {
        if (escape.length() > 1) {
            throw LeatException.of(ErrorCode.DATA, "the escape of SIMILAR TO is one character, not '" + escape + "'");
        }
        StringBuilder regex = new StringBuilder("(?s)");
        boolean inSet = false;
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            if (!escape.isEmpty() && character == escape.charAt(0)) {
                i++;
                literal(regex, pattern, i);
            } else {
                inSet = character == '[' || inSet && character != ']';
                append(regex, character, inSet);
            }
        }
        return regex.toString();
    }

    private static void literal(StringBuilder regex, String pattern, int index) {
        if (index >= pattern.length()) {
            throw LeatException.of(ErrorCode.DATA, "the pattern '" + pattern + "' ends with its escape character");
        }
        char character = pattern.charAt(index);
        boolean word = Character.isLetterOrDigit(character);
        regex.append(word ? "" : "\\").append(character);
    }

    private static void append(StringBuilder regex, char character, boolean inSet) {
        if (!inSet && character == '%') {
            regex.append(".*");
        } else if (!inSet && character == '_') {
            regex.append('.');
        } else if (SPECIAL_IN_JAVA.indexOf(character) >= 0) {
            regex.append('\\').append(character);
        } else {
            regex.append(character);
        }
    }
}
