package io.leat.tests.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every script under every regime. {@code -Dleat.golden=joins} runs the scripts with that in their name; {@code
 * -Dleat.golden.write=true} writes what was answered into them; {@code -Dleat.seed=N} repeats random ticks.
 */
class GoldenScriptsTest {
    private static final Path FOLDER = Path.of("sql");
    private static final String NAME = System.getProperty("leat.golden", "");
    private static final long SEED = Long.getLong("leat.seed", System.nanoTime());

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> scripts() {
        return GoldenScript.below(FOLDER).stream()
                .filter(script -> script.path().toString().contains(NAME))
                .flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(GoldenScript script) {
        if (Boolean.getBoolean("leat.golden.write")) {
            return Stream.of(dynamicTest("write " + script.path(), () -> write(script)));
        }
        return Arrays.stream(Regime.values())
                .filter(regime -> script.reasonToSkip(regime).isEmpty())
                .map(regime -> dynamicTest(script.path() + " " + regime.title(), () -> check(script, regime)));
    }

    private void check(GoldenScript script, Regime regime) throws IOException {
        new GoldenCheck(script, regime, SEED).run(Files.createTempDirectory(temporary, "run"), true);
    }

    private void write(GoldenScript script) throws IOException {
        GoldenCheck check = new GoldenCheck(script, Regime.WRITTEN, SEED);
        GoldenFile.write(script, check.run(Files.createTempDirectory(temporary, "run"), false));
    }

    @Test
    void errorsSpeakToPeople() {
        Pattern words =
                Pattern.compile("(?<![\\w.-])null(?![\\w-])|Exception|io\\.leat|java\\.|org\\.apache|[Cc]alcite");
        for (GoldenScript script : GoldenScript.below(FOLDER)) {
            for (Directive directive : script.directives()) {
                if (directive.isError()) {
                    forbid(words, script, directive);
                }
            }
        }
    }

    private static void forbid(Pattern words, GoldenScript script, Directive directive) {
        for (String line : directive.expected()) {
            boolean quotesTheStatement = line.matches("  \\d+ \\| .*");
            Matcher found = words.matcher(line);
            assertFalse(
                    !quotesTheStatement && found.find(),
                    () -> script.path() + ":" + directive.line() + ": \"" + found.group() + "\" in " + line);
        }
    }
}
