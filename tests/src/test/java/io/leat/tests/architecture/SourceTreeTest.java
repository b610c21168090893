package io.leat.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources themselves must look like. */
class SourceTreeTest {
    private static final int FILE_LINES_MAX = 600;
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern SWALLOWED = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @Test
    void noFileIsAGiant() throws IOException {
        assertEquals(
                List.of(),
                sources().filter(file -> lines(file) > FILE_LINES_MAX).toList());
    }

    @Test
    void everyPackageIntroducesItself() throws IOException {
        List<Path> silent = sources()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertEquals(List.of(), containing(LEFT_FOR_LATER));
    }

    @Test
    void noExceptionIsSwallowed() throws IOException {
        assertEquals(List.of(), containing(SWALLOWED));
    }

    @Test
    void theSourcesAreWhereThisTestLooks() throws IOException {
        assertTrue(sources().count() > 100);
    }

    private static List<Path> containing(Pattern pattern) throws IOException {
        return sources()
                .filter(file -> !file.endsWith("SourceTreeTest.java"))
                .filter(file -> pattern.matcher(read(file)).find())
                .toList();
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        }
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
