package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.FaultyStorage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A new view reads what was before it while everything else goes on. */
class BackgroundBuildTest {
    private static final int ROWS = 4_000;
    private static final String TABLE =
            "CREATE TABLE events (k INT, v INT) WITH ('connector' = 'scripted', 'script' = 'events')";
    private static final String SUMS = " AS SELECT k, SUM(v) AS v, COUNT(*) AS n FROM events GROUP BY k";

    private final Script events = new Script().partitions("a", "b").rowsPerPoll(10);

    private void fill(int rows) {
        for (int i = 0; i < rows; i++) {
            events.row(i % 3 == 0 ? "a" : "b", i % 7, i);
        }
    }

    private Leat.Builder options() {
        return Leat.builder().connector(new ScriptedConnector(Map.of("events", events)));
    }

    @Test
    void ticksGoOnWhileHistoryIsRead() {
        fill(ROWS);
        try (HandDriven engine = HandDriven.open(options(), new FaultyStorage().storage(), Runnable::run)) {
            engine.leat().execute(TABLE).close();
            engine.leat().execute("CREATE MATERIALIZED VIEW early" + SUMS).close();
            for (int i = 0; i < 100; i++) {
                engine.turn();
            }
            long before = engine.tick();
            engine.leat()
                    .execute("CREATE MATERIALIZED VIEW late AS SELECT k, MAX(v) AS v FROM events GROUP BY k")
                    .close();
            assertTrue(engine.tick() > before + 50, () -> before + " to " + engine.tick());
            engine.settle();
            assertEquals(
                    rows(engine.leat(), "SELECT k, MAX(v) FROM events GROUP BY k ORDER BY k"),
                    rows(engine.leat(), "SELECT k, v FROM late ORDER BY k"));
        }
    }

    @Test
    void otherStatementsDoNotWait() {
        fill(ROWS);
        try (Leat leat = options().open()) {
            leat.execute(TABLE).close();
            leat.execute("CREATE TABLE notes (n INT)").close();
            leat.execute("CREATE MATERIALIZED VIEW early" + SUMS).close();
            rows(leat, "SELECT * FROM early");
            CompletableFuture<Void> late = CompletableFuture.runAsync(() -> {
                leat.session()
                        .execute("CREATE MATERIALIZED VIEW late AS SELECT k, MAX(v) AS v FROM events GROUP BY k")
                        .close();
            });
            for (int i = 0; i < 20; i++) {
                leat.execute("INSERT INTO notes VALUES (" + i + ")").close();
                assertEquals(List.of(List.of(i + 1L)), rows(leat, "SELECT COUNT(*) FROM notes"));
            }
            late.join();
            assertEquals(
                    rows(leat, "SELECT k, MAX(v) FROM events GROUP BY k ORDER BY k"),
                    rows(leat, "SELECT k, v FROM late ORDER BY k"));
        }
    }

    @Test
    void whatAViewContainsIsNotReadAgain() {
        fill(100);
        try (Leat leat = options().open()) {
            leat.execute(TABLE).close();
            leat.execute("CREATE MATERIALIZED VIEW sums" + SUMS).close();
            rows(leat, "SELECT * FROM sums");
            int opened = events.sourcesOpened();
            leat.execute(
                            "CREATE MATERIALIZED VIEW large AS SELECT * FROM (SELECT k, SUM(v) AS v, COUNT(*) AS n FROM events"
                                    + " GROUP BY k) WHERE v > 690")
                    .close();
            assertEquals(
                    rows(leat, "SELECT * FROM sums WHERE v > 690 ORDER BY k"),
                    rows(leat, "SELECT * FROM large ORDER BY k"));
            assertEquals(opened, events.sourcesOpened());
            fill(50);
            assertEquals(
                    rows(leat, "SELECT * FROM sums WHERE v > 690 ORDER BY k"),
                    rows(leat, "SELECT * FROM large ORDER BY k"));
        }
    }

    @Test
    void aViewThatCannotBeBuiltLeavesTheOldOne() {
        fill(100);
        try (Leat leat = options().open()) {
            leat.execute(TABLE).close();
            leat.execute("CREATE MATERIALIZED VIEW sums" + SUMS).close();
            List<List<Object>> before = rows(leat, "SELECT * FROM sums ORDER BY k");
            events.failure("a", LeatException.of(ErrorCode.INPUT_OUTPUT, "the cable is cut"));
            LeatException failure = assertThrows(
                    LeatException.class,
                    () -> leat.execute("CREATE OR REPLACE MATERIALIZED VIEW sums AS SELECT k, MAX(v) AS v FROM events"
                            + " GROUP BY k"));
            assertEquals("the cable is cut", failure.getMessage());
            assertEquals(1, leat.database().catalog().dependents("events").size());
            events.repair();
            assertEquals(7, before.size());
        }
    }
}
