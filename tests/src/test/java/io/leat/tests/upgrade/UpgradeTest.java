package io.leat.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.leat.engine.Leat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Directories that earlier versions left open, with a checkpoint and a journal behind it, go on as if nothing had happened. */
class UpgradeTest {
    private static final Path FIXTURES = Path.of("src/test/resources/io/leat/tests/upgrade");
    private static final boolean WRITE = Boolean.getBoolean("leat.fixture.write");
    /** How the names of fixtures end that have views over distinct values. */
    private static final String DISTINCT = "-distinct";

    /** How many stages are in a fixture: one in its checkpoint and one in its journal. */
    private static final int STAGES = 2;

    @TempDir
    Path directory;

    static Stream<Path> fixtures() throws IOException, InterruptedException {
        if (WRITE) {
            write(false, "");
            write(true, DISTINCT);
        }
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everythingGoesOn(Path fixture) throws IOException, InterruptedException {
        try (InputStream zipped = Files.newInputStream(fixture)) {
            ZippedDirectory.read(zipped, directory);
        }
        boolean distinct = fixture.toString().contains(DISTINCT);
        try (Leat expected = UpgradeScript.inMemory(directory)) {
            UpgradeScript.define(expected, distinct);
            UpgradeScript.change(expected, 0);
            UpgradeScript.change(expected, 1);
            try (Leat leat = UpgradeScript.open(directory)) {
                check(expected, leat, STAGES, distinct);
                goOn(expected, leat);
                check(expected, leat, STAGES + 1, distinct);
            }
            assertEquals(UpgradeScript.expectedLines(STAGES + 1), UpgradeScript.written(directory));
            try (Leat again = UpgradeScript.open(directory)) {
                check(expected, again, STAGES + 1, distinct);
            }
        }
    }

    private void goOn(Leat expected, Leat leat) throws IOException {
        UpgradeScript.writeOrders(directory, STAGES);
        UpgradeScript.change(expected, STAGES);
        UpgradeScript.change(leat, STAGES);
    }

    private static void check(Leat expected, Leat leat, int stages, boolean distinct) throws InterruptedException {
        UpgradeScript.awaitOrders(expected, stages);
        UpgradeScript.awaitOrders(leat, stages);
        Map<String, List<String>> contents = UpgradeScript.contents(expected, distinct);
        assertEquals(contents, UpgradeScript.contents(leat, distinct));
        contents.forEach((name, rows) -> assertFalse(rows.isEmpty(), name));
    }

    /** Writes the fixture of this version: a directory as a crash leaves it, with its first stage in a checkpoint. */
    private static void write(boolean distinct, String kind) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("leat-fixture-");
        UpgradeScript.writeOrders(directory, 0);
        try (Leat leat = UpgradeScript.open(directory)) {
            UpgradeScript.define(leat, distinct);
            UpgradeScript.begin(leat);
            UpgradeScript.change(leat, 0);
            UpgradeScript.awaitOrders(leat, 1);
        }
        try (Leat leat = UpgradeScript.open(directory)) {
            UpgradeScript.writeOrders(directory, 1);
            UpgradeScript.change(leat, 1);
            UpgradeScript.awaitOrders(leat, STAGES);
            leat.execute("INSERT INTO notes SELECT id, note FROM notes WHERE id < 0");
            String format = Files.readAllLines(directory.resolve("database/leat.format"))
                    .get(0)
                    .replaceAll("\\D", "");
            ZippedDirectory.write(directory, "leat.lock", FIXTURES.resolve("format-" + format + kind + ".zip"));
        }
    }
}
