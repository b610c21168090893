package io.leat.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line without a terminal: what comes out, where, and with which exit code. */
final class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private int run(String input, String... arguments) {
        Console console = new Console(
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out),
                new PrintWriter(err),
                Console.Terminals.of(""),
                directory,
                directory);
        return Main.run(console, arguments);
    }

    @Test
    void aDirectoryGoesBackToASavepointAndIsImported() {
        String script =
                "CREATE TABLE t (a INT); INSERT INTO t VALUES (1); CREATE SAVEPOINT s; INSERT INTO t VALUES (2);"
                        + "EXPORT DATABASE TO 'exported'";
        assertEquals(0, run("", "db", "-c", script), err::toString);
        assertEquals(0, run("", "db", "--from-savepoint", "s", "-c", "SELECT COUNT(*) AS n FROM t", "-o", "csv"));
        assertTrue(out.toString().endsWith("n\n1\n"), out::toString);
        assertEquals(0, run("", "import", "exported", "other"), err::toString);
        assertTrue(out.toString().endsWith("imported exported into other\n"), out::toString);
        assertEquals(0, run("", "other", "-c", "SELECT COUNT(*) AS n FROM t", "-o", "csv"));
        assertTrue(out.toString().endsWith("n\n2\n"), out::toString);
        assertEquals(1, run("", "db", "--from-savepoint", "r", "-c", "SELECT 1"));
        assertTrue(err.toString().contains("there is no savepoint \"r\""), err::toString);
        assertEquals(1, run("", "import", "exported", "other"));
        assertTrue(err.toString().contains("is there already and is not an empty directory"), err::toString);
        assertEquals(2, run("", "--from-savepoint", "s", "-c", "SELECT 1"));
        assertTrue(err.toString().contains("--from-savepoint needs a database directory"), err::toString);
    }

    @Test
    void csvHasRowsOnlyAndABlankLineBetweenResults() {
        String script = "CREATE TABLE t (a INT, b STRING); INSERT INTO t VALUES (1, 'x,y'), (2, NULL);"
                + "SELECT * FROM t; SELECT COUNT(*) AS n FROM t";
        assertEquals(0, run("", "-c", script, "-o", "csv"));
        assertEquals("a,b\n1,\"x,y\"\n2,\n\nn\n2\n", out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void standardInputRunsWithoutATerminal() {
        assertEquals(0, run("SELECT 1 AS a;\nSELECT 'x' AS b", "-o", "json"));
        assertEquals("{\"a\":1}\n\n{\"b\":\"x\"}\n", out.toString());
    }

    @Test
    void theFirstErrorEndsTheScriptWithItsPlaceOnStandardError() {
        assertEquals(1, run("SELECT 1 AS a;\nSELECT nope FROM (VALUES (1)) AS t (n);\nSELECT 2 AS b", "-o", "csv"));
        assertEquals("a\n1\n", out.toString());
        assertEquals(
                """
                ERROR 42703 unknown column "nope" in table "t"
                  2 | SELECT nope FROM (VALUES (1)) AS t (n);
                    |        ^^^^
                """, err.toString().lines().limit(3).map(line -> line + "\n").reduce("", String::concat));
    }

    @Test
    void continuingAfterAnErrorIsAskedFor() {
        assertEquals(1, run("SELECT x; SELECT 2 AS b", "-o", "csv", "--continue-on-error"));
        assertEquals("b\n2\n", out.toString());
        assertTrue(err.toString().startsWith("ERROR 42703 "), err.toString());
    }

    @Test
    void aScriptWaitsForTheBoundedPipelinesThatItStarted() throws IOException {
        Files.writeString(directory.resolve("in.csv"), "1\n2\n3\n");
        Path script = Files.writeString(directory.resolve("copy.sql"), """
                CREATE TABLE src (a INT) WITH ('connector' = 'filesystem', 'path' = 'in.csv', 'format' = 'csv');
                CREATE TABLE dst (a INT) WITH ('connector' = 'filesystem', 'path' = 'out', 'format' = 'csv');
                INSERT INTO dst SELECT a * 10 FROM src;
                """);
        assertEquals(0, run("", "-f", script.toString(), "-o", "csv"), err::toString);
        assertEquals("", out.toString());
        try (var files = Files.list(directory.resolve("out"))) {
            Path written = files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .findFirst()
                    .orElseThrow();
            assertEquals("10\n20\n30\n", Files.readString(written).replace("\r", ""));
        }
    }

    @Test
    void boundedChangesArePrintedAsTheyCome() throws IOException {
        Files.writeString(directory.resolve("in.csv"), "1\n2\n");
        String script =
                "CREATE TABLE src (a INT) WITH ('connector' = 'filesystem', 'path' = 'in.csv', 'format' = 'csv');"
                        + "SELECT a FROM src EMIT CHANGES";
        assertEquals(0, run("", "-c", script, "-o", "csv"), err::toString);
        assertEquals(
                "leat_tick,leat_weight,a", out.toString().lines().findFirst().orElseThrow());
        assertEquals(
                2,
                out.toString()
                        .lines()
                        .filter(line -> line.matches("\\d+,1,[12]"))
                        .count());
    }

    @Test
    void wrongCommandLinesAreRefusedWithHelp() {
        assertEquals(2, run("", "-o", "xml"));
        assertTrue(err.toString().contains("'xml' is not one of table, vertical, csv, json, markdown"), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void aFileThatIsNotThereIsAnErrorWithoutTrace() {
        assertEquals(1, run("", "-f", "nowhere.sql"));
        assertEquals("ERROR 58P01 there is no file nowhere.sql\n", err.toString());
    }

    @Test
    void aDirectoryKeepsDefinitions() {
        assertEquals(0, run("", "db", "-c", "CREATE TABLE kept (a INT)"), err::toString);
        assertEquals("created table \"kept\"\n", out.toString());
        assertEquals(0, run("", "db", "-c", "SHOW TABLES", "-o", "json"), err::toString);
        assertTrue(out.toString().endsWith("{\"table\":\"kept\"}\n"), out.toString());
    }

    @Test
    void versionAndHelp() {
        assertEquals(0, run("", "--version"));
        assertTrue(out.toString().startsWith("leat "));
        assertEquals(0, run("", "--help"));
        assertTrue(out.toString().contains("leat -f examples/flights.sql -o csv"));
        assertFalse(err.toString().contains("ERROR"));
    }
}
