package io.leat.jdbc;

import java.util.regex.Pattern;

/** A search pattern of the metadata: {@code %} stands for any text, {@code _} for one character, a backslash escapes. */
final class NamePattern {
    private final Pattern pattern;

    private NamePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Reads a pattern; null matches every name. Case does not matter, since no two names differ in case alone. */
    static NamePattern of(String text) {
        StringBuilder regex = new StringBuilder();
        String given = text == null ? "%" : text;
        for (int i = 0; i < given.length(); i++) {
            char c = given.charAt(i);
            boolean escaped = c == '\\' && i + 1 < given.length();
            if (escaped) {
                i++;
                regex.append(Pattern.quote(String.valueOf(given.charAt(i))));
            } else if (c == '%') {
                regex.append(".*");
            } else {
                regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        return new NamePattern(Pattern.compile(regex.toString(), flags));
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
