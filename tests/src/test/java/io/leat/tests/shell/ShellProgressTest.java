package io.leat.tests.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Leat;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.shell.interactive.DatabaseOpening;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the terminal shows while something takes long. */
final class ShellProgressTest {
    private static final String TABLE =
            "CREATE TABLE events (k INT, v INT) WITH ('connector' = 'scripted', 'script' = 'events');";
    private static final String OPENING = "opening the database, reading state: 1.0 of 2.0 MB, 50 %, 1 s";

    @TempDir
    private Path directory;

    private final Script events = new Script().partitions("a").rowsPerPoll(250);
    private final AtomicInteger polls = new AtomicInteger();

    /** A shell over a source that brings a quarter of its rows and then none until it is told to. */
    private ShellAtTerminal start() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            events.row("a", i % 7, i);
        }
        events.beforePoll(() -> events.rowsPerPoll(polls.getAndIncrement() == 0 ? 250 : 0));
        ShellAtTerminal shell = new ShellAtTerminal(
                directory, Leat.builder().connector(new ScriptedConnector(Map.of("events", events))));
        shell.enter(TABLE).await("created table");
        return shell;
    }

    private void goOn() {
        events.beforePoll(() -> events.rowsPerPoll(250));
    }

    private static void awaitLine(ShellAtTerminal shell, String text) {
        shell.await(
                screen -> screen.matches("(?s).*\\n" + text + " 250 rows, 25 %, [0-9,]+ rows/s, [0-9]+ s\\n.*"), text);
    }

    @Test
    void aSelectShowsHowFarItHasReadAndTakesTheLineAway() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("SELECT COUNT(*) AS n FROM events;");
            awaitLine(shell, "computing:");
            goOn();
            String screen = shell.await("1000");
            assertFalse(screen.contains("computing"), screen);
        }
    }

    @Test
    void aStatementThatWaitsForSourcesShowsHowFarTheyAre() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS v FROM events GROUP BY k;")
                    .await("created materialized view");
            shell.enter("FLUSH;").await("waiting for sources: ");
            goOn();
            String screen = shell.await("flushed");
            assertFalse(screen.contains("waiting"), screen);
        }
    }

    @Test
    void aViewShowsHowFarItHasReadHistory() throws Exception {
        try (ShellAtTerminal shell = start()) {
            goOn();
            shell.enter("CREATE MATERIALIZED VIEW n AS SELECT COUNT(*) AS n FROM events;")
                    .await("created materialized view");
            shell.enter("SELECT * FROM n;").await("1000");
            polls.set(0);
            events.beforePoll(() -> events.rowsPerPoll(polls.getAndIncrement() < 2 ? 250 : 0));
            shell.enter("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS v FROM events GROUP BY k;");
            shell.await("reading history for sums: ");
            shell.type(ShellAtTerminal.CTRL_C).await("canceled");
            goOn();
            shell.enter("SELECT 7 AS seven;").await("│     7 │");
            assertFalse(shell.screen().contains("reading history"), shell.screen());
        }
    }

    @Test
    void controlCEndsWhatTakesLong() throws Exception {
        try (ShellAtTerminal shell = start()) {
            shell.enter("SELECT COUNT(*) AS n FROM events;");
            awaitLine(shell, "computing:");
            String screen = shell.type(ShellAtTerminal.CTRL_C).await("canceled");
            assertFalse(screen.contains("computing"), screen);
            shell.enter("SELECT 7 AS seven;").await("│     7 │");
        }
    }

    @Test
    void aStatementShowsHowFarOpeningHasComeAndNeedNotWaitForIt() throws Exception {
        CountDownLatch opened = new CountDownLatch(1);
        try (ShellAtTerminal shell = new ShellAtTerminal(directory, Leat.open(), leat -> opening(leat, opened))) {
            shell.enter("SELECT 7 AS seven;").await("\n" + OPENING + "\n");
            shell.type(ShellAtTerminal.CTRL_C).await("canceled");
            opened.countDown();
            String screen = shell.enter("SELECT 8 AS eight;").await("│     8 │");
            assertFalse(screen.contains("opening"), screen);
            assertTrue(screen.contains("canceled"), screen);
        }
    }

    private static DatabaseOpening opening(Leat leat, CountDownLatch opened) {
        return new DatabaseOpening(
                () -> {
                    try {
                        opened.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return leat;
                },
                () -> OPENING);
    }
}
