package io.leat.tests.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A script with its expected answers, as {@code tests/sql/README.md} describes it.
 *
 * @param path the file
 * @param directives its steps, in order
 */
record GoldenScript(Path path, List<Directive> directives) {
    private static final String SEPARATOR = "----";

    /** Reads a script. */
    static GoldenScript read(Path path) {
        try {
            return new GoldenScript(path, parse(path, Files.readAllLines(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All scripts below a folder, by name. */
    static List<GoldenScript> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".slt"))
                    .sorted()
                    .map(GoldenScript::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Directive> parse(Path path, List<String> lines) {
        List<Directive> directives = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            if (isBetween(lines.get(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < lines.size() && !lines.get(end).isBlank()) {
                end++;
            }
            directives.add(directive(path, i + 1, lines.subList(i, end)));
            i = end;
        }
        return directives;
    }

    /** Blank lines and comments stand between directives. */
    private static boolean isBetween(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private static Directive directive(Path path, int line, List<String> block) {
        List<String> words = Arrays.asList(block.get(0).trim().split("\\s+"));
        List<String> rest = block.subList(1, block.size());
        int separator = rest.indexOf(SEPARATOR);
        List<String> text = separator < 0 ? rest : rest.subList(0, separator);
        List<String> expected = separator < 0 ? List.of() : rest.subList(separator + 1, rest.size());
        return new Directive(
                kind(path, line, words.get(0)),
                line,
                words.subList(1, words.size()),
                String.join("\n", text),
                List.copyOf(expected));
    }

    private static Directive.Kind kind(Path path, int line, String word) {
        for (Directive.Kind kind : Directive.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(path + ":" + line + ": no directive is called " + word);
    }

    /** Why a regime does not run this script; empty if it does. */
    String reasonToSkip(Regime regime) {
        return directives.stream()
                .filter(directive -> directive.kind() == Directive.Kind.SKIP)
                .filter(directive -> directive.word().equals(regime.title()))
                .map(directive -> String.join(
                        " ", directive.words().subList(1, directive.words().size())))
                .findFirst()
                .orElse("");
    }
}
