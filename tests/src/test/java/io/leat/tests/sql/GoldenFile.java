package io.leat.tests.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Writes the answers that a script gave into the script, for its author to read and judge. */
final class GoldenFile {
    private GoldenFile() {}

    /** Puts an answer below each directive that has one. */
    static void write(GoldenScript script, List<List<String>> answers) {
        try {
            List<String> lines = Files.readAllLines(script.path());
            List<String> written = new ArrayList<>();
            int next = 0;
            for (int i = 0; i < script.directives().size(); i++) {
                Directive directive = script.directives().get(i);
                written.addAll(lines.subList(next, directive.line()));
                written.addAll(directive.text().lines().toList());
                if (directive.kind() == Directive.Kind.QUERY
                        || directive.kind() == Directive.Kind.CHANGES
                        || directive.isError()) {
                    written.add("----");
                    written.addAll(answers.get(i));
                }
                next = directive.line()
                        + (int) directive.text().lines().count()
                        + directive.expected().size()
                        + (hasSeparator(lines, directive) ? 1 : 0);
            }
            written.addAll(lines.subList(next, lines.size()));
            Files.write(script.path(), written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasSeparator(List<String> lines, Directive directive) {
        int line = directive.line() + (int) directive.text().lines().count();
        return line < lines.size() && lines.get(line).equals("----");
    }
}
