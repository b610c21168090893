package io.leat.tests.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that begin with a backslash. */
final class ShellCommandTest {
    @TempDir
    private Path directory;

    private ShellAtTerminal start() throws IOException {
        return new ShellAtTerminal(directory);
    }

    @Test
    void describeShowsColumnsAndTheStatement() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("CREATE TABLE t (k STRING, v INT, PRIMARY KEY (k) NOT ENFORCED);")
                    .await("created table");
            shell.enter("CREATE VIEW w AS SELECT k FROM t;").await("created view");
            shell.enter("\\d t");
            String table = shell.await("CREATE TABLE t (\n");
            assertTrue(table.contains("│ k    │ STRING │ no       │ PRIMARY KEY │"), table);
            shell.enter("\\d w").await("CREATE VIEW w AS");
            shell.enter("\\d");
            String all = shell.await("logical view");
            assertTrue(all.contains("│ t    │ table"), all);
        }
    }

    @Test
    void listsOfTablesViewsSourcesAndFunctions() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("\\pager off").await(": off");
            shell.enter("CREATE TABLE g (i INT) WITH ('connector' = 'datagen', 'number-of-rows' = '3');")
                    .await("created table");
            shell.enter("CREATE MATERIALIZED VIEW c AS SELECT COUNT(*) AS n FROM g;")
                    .await("created materialized view");
            shell.enter("\\dt").await("│ g    │ datagen");
            shell.enter("\\dv").await("│ c    │ materialized");
            shell.enter("\\ds").await("│ finished");
            shell.enter("\\df upper").await("UPPER");
            shell.enter("\\why c").await("view \"c\" has ended, has 1 rows");
        }
    }

    @Test
    void switchesAndModes() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("\\x").await(": on");
            shell.enter("SELECT 1 AS one, 2 AS two;").await("-- row 1 --\none: 1\ntwo: 2\n");
            shell.enter("\\mode csv").await("mode is csv");
            shell.enter("SELECT 3 AS three;").await("three\n3\n");
            shell.enter("\\mode tabel").await("did you mean \"table\"?");
            shell.enter("\\timing on").await(": on");
            shell.enter("SELECT 4 AS four;")
                    .await(
                            screen -> screen.matches("(?s).*planning \\d+\\.\\d ms, execution \\d+\\.\\d ms.*"),
                            "times");
        }
    }

    @Test
    void filesInAndOut() throws Exception {
        Files.writeString(directory.resolve("some.sql"), "SELECT 1 AS one;\nSELECT nope;\n");
        try (ShellAtTerminal shell = start()) {
            shell.enter("\\i some.sql").await("  2 | SELECT nope;");
            shell.enter("\\i nowhere.sql").await("there is no file nowhere.sql");
            shell.enter("\\mode csv").await("mode is csv");
            shell.enter("\\o out.csv").await("results go to out.csv");
            shell.enter("SELECT 5 AS five;").awaitPrompt();
            shell.enter("\\o").await("results go to the terminal");
            assertEquals("five\n5\n", Files.readString(directory.resolve("out.csv")));
        }
    }

    @Test
    void helpAndWhatIsNoCommand() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("\\?").await("\\watch VIEW|QUERY");
            shell.enter("\\h create materialized view").await("Example:");
            shell.enter("\\wacth t").await("did you mean \\watch?");
            shell.enter("\\watch").await("Write \\watch VIEW|QUERY.");
            shell.enter("\\watch nothing").await("ERROR 42P01");
            shell.enter("quit").awaitEnd();
        }
    }
}
