package io.leat.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise names the tests that prove it, and these exist. */
class GuaranteesPageTest {
    private static final String PAGE = "docs/guarantees.md";
    private static final Pattern PROOF = Pattern.compile("(\\w+(?:Test|Contract))\\.(\\w+)");

    @Test
    void everyPromiseNamesATestThatExists() throws IOException {
        List<List<String>> promises = Pages.tableRows(Pages.text(PAGE));
        assertTrue(promises.size() > 20);
        List<String> missing = new ArrayList<>();
        for (List<String> promise : promises) {
            List<String> proofs = Pages.code(promise.get(promise.size() - 1));
            assertTrue(!proofs.isEmpty(), promise::toString);
            proofs.stream().filter(proof -> !exists(proof)).forEach(missing::add);
        }
        assertEquals(List.of(), missing);
    }

    private static boolean exists(String proof) {
        if (proof.endsWith(".slt")) {
            return Files.exists(CodeBlocks.ROOT.resolve("tests/sql").resolve(proof));
        }
        var named = PROOF.matcher(proof);
        return named.matches()
                && sources(named.group(1)).stream().anyMatch(source -> source.contains(" " + named.group(2) + "("));
    }

    private static List<String> sources(String testClass) {
        try (Stream<Path> files =
                Files.find(CodeBlocks.ROOT, 20, (file, attributes) -> file.endsWith(testClass + ".java"))) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
