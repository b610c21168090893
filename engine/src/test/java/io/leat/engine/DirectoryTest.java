package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.engine.fake.Recording;
import io.leat.engine.fake.RecordingConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database directory: definitions survive, whole or not at all, and one process at a time has it. */
class DirectoryTest {
    @TempDir
    Path directory;

    private final Script script = new Script().row("p0", 1).row("p0", 2);
    private final Recording recording = new Recording(SinkMode.CHANGELOG);

    private Leat open() {
        return options().open();
    }

    private Leat.Builder options() {
        return Leat.builder()
                .directory(directory)
                .connector(new ScriptedConnector(Map.of("s", script)))
                .connector(new RecordingConnector(recording));
    }

    private static void define(Leat leat) {
        leat.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s')");
        leat.execute("CREATE TABLE \"o 1\" (v INT) WITH ('connector'='recording') -- a remark");
        leat.execute("CREATE VIEW doubled AS SELECT v * 2 AS w, 'it''s; so' AS note FROM s;");
        leat.execute("CREATE MATERIALIZED VIEW total AS SELECT SUM(w) AS total FROM doubled");
        leat.execute("CREATE JOB copy AS INSERT INTO \"o 1\" SELECT v FROM s");
        leat.execute("INSERT INTO \"o 1\" SELECT w FROM doubled");
    }

    @Test
    void definitionsSurvive() {
        try (Leat leat = open()) {
            define(leat);
            assertEquals(List.of(List.of(6)), rows(leat, "SELECT * FROM total"));
        }
        script.row("p0", 3);
        try (Leat leat = open()) {
            assertEquals(List.of(List.of(12)), rows(leat, "SELECT * FROM total"));
            assertEquals(List.of(List.of("s"), List.of("o 1")), rows(leat, "SHOW TABLES"));
            assertEquals(List.of(List.of("doubled"), List.of("total")), rows(leat, "SHOW VIEWS"));
            assertEquals(2, rows(leat, "SHOW JOBS").size());
            leat.execute("DROP JOB copy; DROP MATERIALIZED VIEW total");
        }
        try (Leat leat = open()) {
            assertEquals(List.of(List.of("doubled")), rows(leat, "SHOW VIEWS"));
            assertEquals(1, rows(leat, "SHOW JOBS").size());
        }
    }

    @Test
    void aReplacedViewMayReadWhatWasMadeAfterTheFirst() {
        try (Leat leat = open()) {
            leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT v FROM t");
            leat.execute("CREATE TABLE u (w INT); CREATE OR REPLACE MATERIALIZED VIEW m AS SELECT w FROM u");
        }
        try (Leat leat = open()) {
            leat.execute("INSERT INTO u VALUES (5)");
            assertEquals(List.of(List.of(5)), rows(leat, "SELECT * FROM m"));
        }
    }

    @Test
    void whatIsTemporaryGoesWithAllThatIsMadeFromIt() {
        try (Leat leat = open()) {
            leat.execute("CREATE TEMPORARY TABLE t (v INT)");
            leat.execute("CREATE MATERIALIZED VIEW m AS SELECT v FROM t; CREATE VIEW l AS SELECT v FROM m");
            leat.execute("CREATE TABLE kept (v INT)");
        }
        try (Leat leat = open()) {
            assertEquals(List.of(List.of("kept")), rows(leat, "SHOW TABLES"));
            assertEquals(List.of(), rows(leat, "SHOW VIEWS"));
        }
    }

    @Test
    void aFinishedJobIsNotStartedAgain() {
        try (Leat leat = Leat.open(directory)) {
            leat.execute("CREATE TABLE numbers (n INT) WITH ('connector' = 'datagen', 'number-of-rows' = '3')");
            leat.execute("CREATE TABLE endless (n INT) WITH ('connector' = 'datagen')");
            leat.execute("CREATE TABLE nowhere (n INT) WITH ('connector' = 'blackhole')");
            leat.execute("CREATE JOB finite AS INSERT INTO nowhere SELECT n FROM numbers");
            leat.execute("CREATE JOB running AS INSERT INTO nowhere SELECT n FROM endless");
            assertTrue(leat.awaitCompletion(Duration.ofSeconds(30)));
        }
        try (Leat leat = Leat.open(directory)) {
            assertEquals("[[running, nowhere]]", leat.query("SHOW JOBS").rows().toString());
        }
    }

    @Test
    void oneEngineAtATimeHasIt() {
        long process = ProcessHandle.current().pid();
        Leat first = open();
        LeatException error = fails(ErrorCode.DATABASE_IN_USE, this::open);
        assertEquals("database " + directory + " is in use by this very process (" + process + ")", error.getMessage());
        first.close();
        first.close();
        Leat second = open();
        first.close();
        fails(ErrorCode.DATABASE_IN_USE, this::open);
        second.close();
    }

    @Test
    void jobsOfADirectorySayHowOftenTheirRowsArrive() {
        String sink = "CREATE TABLE numbers (n INT); CREATE TABLE files (n INT) WITH ('connector' = 'filesystem',"
                + " 'path' = '" + directory.resolve("files") + "', 'format' = 'json');"
                + " CREATE JOB j AS INSERT INTO files SELECT n FROM numbers";
        try (Leat leat = open()) {
            leat.execute(sink);
            assertEquals(
                    "[[exactly-once]]",
                    rows(leat, "SELECT delivery FROM leat.jobs").toString());
            assertEquals(
                    "[Sink files, connector filesystem: exactly-once]",
                    rows(leat, "EXPLAIN j").get(0).toString());
        }
        try (Leat leat = Leat.open()) {
            leat.execute(sink);
            assertEquals(
                    "[[at-least-once]]",
                    rows(leat, "SELECT delivery FROM leat.jobs").toString());
            assertEquals(
                    "[Sink files, connector filesystem: at-least-once]",
                    rows(leat, "EXPLAIN INSERT INTO files SELECT n FROM numbers")
                            .get(0)
                            .toString());
        }
    }

    @Test
    void anotherProcessIsNamed() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals('o', other.getInputStream().read());
        LeatException error = fails(ErrorCode.DATABASE_IN_USE, this::open);
        assertEquals("database " + directory + " is in use by process " + other.pid(), error.getMessage());
        other.getOutputStream().close();
        assertEquals(0, other.waitFor());
        open().close();
    }

    /** Has a database directory open until its standard input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (Leat leat = Leat.open(Path.of(arguments[0]))) {
                System.out.println("open " + leat.limits().chunkRows());
                System.in.readAllBytes();
            }
        }
    }

    @Test
    void aFailedSaveChangesNothing() throws IOException {
        try (Leat leat = open()) {
            leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT v FROM t");
            String before = Files.readString(directory.resolve("catalog.sql"));
            Path obstacle = Files.createDirectory(directory.resolve("catalog.sql.new"));
            fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("CREATE TABLE u (v INT)"));
            fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("CREATE MATERIALIZED VIEW n AS SELECT v FROM t"));
            fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("DROP MATERIALIZED VIEW m"));
            fails(
                    ErrorCode.INPUT_OUTPUT,
                    () -> leat.execute("CREATE OR REPLACE MATERIALIZED VIEW m AS SELECT v + 1 AS v FROM t"));
            assertEquals(before, Files.readString(directory.resolve("catalog.sql")));
            leat.execute("INSERT INTO t VALUES (1)");
            assertEquals(List.of(List.of(1)), rows(leat, "SELECT * FROM m"));
            Files.delete(obstacle);
            leat.execute("CREATE TABLE u (v INT); CREATE MATERIALIZED VIEW n AS SELECT v FROM t; DROP TABLE u");
            assertEquals(List.of(List.of("m"), List.of("n")), rows(leat, "SHOW VIEWS"));
        }
    }

    @Test
    void aFollowedViewComesBackIfItsReplacementCannotBeSaved() throws IOException {
        try (Leat leat = open()) {
            leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS s FROM t");
            leat.execute("INSERT INTO t VALUES (1)");
            ChangeCursor changes = (ChangeCursor) leat.execute("SUBSCRIBE TO m").cursor();
            Path obstacle = Files.createDirectory(directory.resolve("catalog.sql.new"));
            fails(
                    ErrorCode.INPUT_OUTPUT,
                    () -> leat.execute("CREATE OR REPLACE MATERIALIZED VIEW m AS SELECT SUM(v + 9) AS s FROM t"));
            leat.execute("INSERT INTO t VALUES (5)");
            assertEquals(List.of(List.of(6)), rows(leat, "SELECT s FROM m"));
            assertEquals(Map.of(List.of(6), 1L), followed(changes));
            changes.close();
            Files.delete(obstacle);
        }
        try (Leat leat = open()) {
            assertEquals(List.of(List.of(6)), rows(leat, "SELECT s FROM m"));
        }
    }

    /** What the changes so far add up to. */
    private static Map<List<Object>, Long> followed(ChangeCursor cursor) {
        Map<List<Object>, Long> content = new HashMap<>();
        while (cursor.available() > 0) {
            Changes changes = cursor.nextChanges(Duration.ofSeconds(30)).orElseThrow();
            changes.changes().forEach(change -> content.merge(change.row().values(), change.weight(), Long::sum));
        }
        content.values().removeIf(weight -> weight == 0);
        return content;
    }

    @Test
    void whatWasPlannedOnceIsPlannedAgainHoweverLongItTakes() {
        try (Leat leat = open()) {
            define(leat);
        }
        Limits hurried = Limits.DEFAULT.withPlanningTime(Duration.ZERO);
        try (Leat leat = options().limits(hurried).open()) {
            assertEquals(List.of(List.of("doubled"), List.of("total")), rows(leat, "SHOW VIEWS"));
        }
    }

    @Test
    void aForeignCatalogIsRefused() throws IOException {
        Files.writeString(directory.resolve("catalog.sql"), "-- leat catalog 9\nCREATE TABLE t (v INT);\n");
        LeatException error = fails(ErrorCode.FOREIGN_FORMAT, this::open);
        assertEquals("the catalog in " + directory + " has an unknown format", error.getMessage());
        Files.delete(directory.resolve("catalog.sql"));
        open().close();
    }

    @Test
    void aDirectoryThatCannotBeOpenedStaysAsItIs() throws IOException {
        try (Leat leat = open()) {
            leat.execute("CREATE TABLE numbers (n INT) WITH ('connector' = 'datagen', 'number-of-rows' = '3')");
            leat.execute("CREATE TABLE nowhere (n INT) WITH ('connector' = 'blackhole')");
            leat.execute("CREATE TABLE t (v INT); INSERT INTO t VALUES (1)");
        }
        Path catalog = directory.resolve("catalog.sql");
        String good = Files.readString(catalog);
        String job = "CREATE JOB j AS INSERT INTO nowhere SELECT n FROM numbers;\n";
        String bad =
                good.replace("CREATE TABLE t", job + "CREATE MATERIALIZED VIEW w AS SELECT x FROM t;\nCREATE TABLE t");
        Files.writeString(catalog, bad);
        fails(ErrorCode.UNKNOWN_TABLE, this::open);
        assertEquals(bad, Files.readString(catalog));
        Files.writeString(catalog, good);
        try (Leat leat = open()) {
            assertEquals(List.of(List.of(1)), rows(leat, "SELECT * FROM t"));
        }
    }

    @Test
    void whatCannotBeMadeAgainIsNamed() throws IOException {
        try (Leat leat = open()) {
            define(leat);
        }
        Path catalog = directory.resolve("catalog.sql");
        Files.writeString(
                catalog, Files.readString(catalog).replace("CREATE TABLE s (v INT)", "CREATE TABLE s (x INT)"));
        LeatException error = fails(ErrorCode.UNKNOWN_COLUMN, this::open);
        assertTrue(
                error.getMessage().startsWith("the database cannot be opened: CREATE VIEW doubled AS SELECT v * 2"),
                error.getMessage());
        assertFalse(error.hint().orElse("").isEmpty());
        assertEquals(0, script.openSources());
        Files.writeString(
                catalog, Files.readString(catalog).replace("CREATE TABLE s (x INT)", "CREATE TABLE s (v INT)"));
        open().close();
    }
}
