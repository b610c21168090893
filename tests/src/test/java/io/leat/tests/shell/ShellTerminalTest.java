package io.leat.tests.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation at a terminal. */
final class ShellTerminalTest {
    @TempDir
    private Path directory;

    private ShellAtTerminal start() throws IOException {
        return new ShellAtTerminal(directory);
    }

    @Test
    void aStatementGoesOnUntilItsSemicolon() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("SELECT 1 AS one,").await("    >");
            shell.enter("'a;b' AS text;").await("1 row");
            assertTrue(shell.screen().contains("│   1 │ a;b  │"), shell.screen());
        }
    }

    @Test
    void anErrorShowsItsPlaceAndTheShellGoesOn() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("SELECT nope FROM (VALUES (1)) AS t (n);");
            String screen = shell.await("hint:");
            assertTrue(screen.contains("ERROR 42703 unknown column \"nope\""), screen);
            assertTrue(screen.contains("    |        ^^^^\n"), screen);
            shell.enter("SELECT 7 AS seven;").await("│     7 │");
        }
    }

    @Test
    void controlCEndsASubscriptionAndNotTheShell() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("CREATE TABLE t (a INT);").await("created table");
            shell.enter("INSERT INTO t VALUES (41);").await("inserted 1 row");
            shell.enter("SUBSCRIBE TO t;").await("+1  41");
            shell.leat().execute("INSERT INTO t VALUES (42)");
            shell.await("+1  42");
            shell.type(ShellAtTerminal.CTRL_C).await("canceled");
            shell.enter("SELECT COUNT(*) AS n FROM t;").await("│ 2 │");
        }
    }

    @Test
    void controlCTakesALineBackAndTwiceLeaves() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.type("SELECT something").await("something");
            shell.type(ShellAtTerminal.CTRL_C).awaitPrompt();
            shell.type(ShellAtTerminal.CTRL_C).await("Ctrl-C again");
            shell.awaitPrompt();
            shell.type(ShellAtTerminal.CTRL_C).awaitEnd();
        }
    }

    @Test
    void controlDLeaves() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.type(ShellAtTerminal.CTRL_D).awaitEnd();
        }
    }

    @Test
    void tabCompletesTablesColumnsAndOptions() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("CREATE TABLE flights (departure TIMESTAMP(3), origin STRING);")
                    .await("created table");
            shell.awaitPrompt();
            shell.type("SELECT COUNT(*) FROM fli").type(ShellAtTerminal.TAB).await("FROM flights");
            shell.type("WHERE orig").type(ShellAtTerminal.TAB).await("WHERE origin");
            shell.type(ShellAtTerminal.CTRL_C).awaitPrompt();
            shell.type("CREATE TABLE x (a INT) WITH ('conn")
                    .type(ShellAtTerminal.TAB)
                    .await("'connector' = '");
            shell.type("filesy").type(ShellAtTerminal.TAB).await("'connector' = 'filesystem'");
        }
    }

    @Test
    void watchDrawsAViewThatChangesAndGivesTheScreenBack() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("CREATE TABLE t (k STRING, v INT);").await("created table");
            shell.enter("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS total FROM t GROUP BY k;")
                    .await("created materialized view");
            shell.leat().execute("INSERT INTO t VALUES ('a', 1)");
            shell.enter("\\watch sums").await("q leaves");
            shell.await(screen -> screen.matches("(?s).*\\na +1\\n.*"), "a row of the view");
            shell.leat().execute("INSERT INTO t VALUES ('a', 41), ('b', 5)");
            shell.await(screen -> screen.matches("(?s).*\\na +42\\nb +5\\n.*"), "the changed view");
            shell.type("q").awaitPrompt();
            assertFalse(shell.screen().contains("q leaves"), shell.screen());
            assertTrue(shell.screen().contains("created materialized view"), shell.screen());
            shell.enter("\\watch sums").await("q leaves");
            shell.type(ShellAtTerminal.CTRL_C).awaitPrompt();
            shell.enter("SELECT 7 AS seven;").await("│     7 │");
        }
    }

    @Test
    void watchFollowsAFileThatAnotherProgramAppendsTo() throws Exception {
        Path log = Files.writeString(directory.resolve("log.csv"), "a\n");
        try (ShellAtTerminal shell = start()) {
            shell.enter("CREATE TABLE log (k STRING) WITH ('connector' = 'filesystem', 'path' = 'log.csv',"
                            + " 'format' = 'csv', 'source.monitor-interval' = '50 ms');")
                    .await("created table");
            shell.enter("CREATE MATERIALIZED VIEW counts AS SELECT k, COUNT(*) AS n FROM log GROUP BY k;")
                    .await("created materialized view");
            shell.enter("\\watch counts").await(screen -> screen.matches("(?s).*\\na +1\\n.*"), "the first line");
            Files.writeString(log, "a\nb\n", StandardOpenOption.APPEND);
            shell.await(screen -> screen.matches("(?s).*\\na +2\\nb +1\\n.*"), "the appended lines");
            shell.type("q").awaitPrompt();
        }
    }

    @Test
    void historyComesBackButSecretsDoNot() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("SELECT 11 AS eleven;").await("1 row");
            shell.enter("SET 'my.password' = 'x';").await("ERROR");
            shell.enter("\\q").awaitEnd();
        }
        String history = Files.readString(directory.resolve("history"));
        assertTrue(history.contains("SELECT 11 AS eleven;"), history);
        assertFalse(history.contains("password"), history);
        try (ShellAtTerminal shell = start()) {
            shell.type(ShellAtTerminal.UP).type(ShellAtTerminal.UP).await("leat> SELECT 11 AS eleven;");
            shell.type("\r").await("│     11 │");
        }
    }

    @Test
    void longResultsArePaged() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("\\df").await("q leaves, / searches");
            shell.type("q").awaitPrompt();
            shell.enter("\\pager off").await("long results page by page: off");
            shell.enter("\\df").await(" rows\nleat>");
        }
    }
}
