package io.leat.tests.sql;

import java.util.List;

/**
 * One step of a script.
 *
 * @param kind what to do
 * @param line where it begins in the file, from 1
 * @param words what follows the kind in its first line
 * @param text the statement, or the content of a file
 * @param expected the lines after {@code ----}; empty without them
 */
record Directive(Kind kind, int line, List<String> words, String text, List<String> expected) {

    /** What a step is. */
    enum Kind {
        STATEMENT,
        QUERY,
        SUBSCRIBE,
        CHANGES,
        FILE,
        APPEND,
        SKIP
    }

    /** The first word after the kind, or nothing. */
    String word() {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** Whether the statement is expected to fail. */
    boolean isError() {
        return kind == Kind.STATEMENT && word().equals("error");
    }

    /** Whether the statement begins with these words, in any case. */
    boolean startsWith(String beginning) {
        String sql = text.stripLeading().replaceAll("\\s+", " ");
        return kind == Kind.STATEMENT && !isError() && sql.regionMatches(true, 0, beginning, 0, beginning.length());
    }
}
