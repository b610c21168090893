package io.leat.tests.exactly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that want to be the same database. */
class SecondInstanceTest {
    private static final int ROWS_PER_SECOND = 500;

    @TempDir
    Path home;

    @Test
    void oneProcessHasADirectoryAndACopyOfItDoesNotWriteToTheSameSinks() throws IOException {
        Path copy = home.resolve("copy");
        try (Stage stage = new Stage(home, ROWS_PER_SECOND)) {
            stage.feed();
            Life first = stage.start(stage.database());
            stage.awaitProgress(first);
            Life other = Life.start(home.resolve("other.log"), stage.database(), "-c", "SELECT 1");
            assertEquals(1, other.await());
            assertTrue(other.said().contains("ERROR 55006 database " + stage.database() + " is in use by process"));
            first.kill();
            copy(stage.database(), copy);

            Life next = stage.start(stage.database());
            stage.awaitProgress(next);
            Life second = Life.start(home.resolve("second.log"), "run", copy);
            assertEquals(1, second.await());
            assertTrue(second.said().contains("ERROR 55006") || second.said().contains("ERROR XX001"), second::said);
            next.kill();

            Findings findings = stage.finish(stage.end());
            assertEquals(List.of(), findings.problems());
            assertTrue(findings.rows() > 0);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
