package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.time.ManualClock;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.engine.progress.Step;
import io.leat.executor.storage.FaultyStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What takes long says how far it has come. */
class ProgressTest {
    private static final String TABLE =
            "CREATE TABLE events (k INT, v INT) WITH ('connector' = 'scripted', 'script' = 'events')";
    private static final List<String> HISTORY =
            List.of("250 rows, 25", "500 rows, 50", "750 rows, 75", "1,000 rows, 100");
    private static final String PROGRESS = "SELECT kind, name, step, \"rows\", percent, rows_per_second, elapsed_ms"
            + " FROM leat.progress ORDER BY kind, name";

    private final ManualClock clock = new ManualClock(0);
    private final Script events = new Script().partitions("a", "b").rowsPerPoll(250);
    private final List<String> told = new ArrayList<>();
    private HandDriven engine;
    private Session session;

    @BeforeEach
    void open() {
        for (int i = 0; i < 1_000; i++) {
            events.row(i % 2 == 0 ? "a" : "b", i % 7, i);
        }
        events.beforePoll(this::polled);
        engine = HandDriven.open(
                Leat.builder().clock(clock).connector(new ScriptedConnector(Map.of("events", events))),
                new FaultyStorage().storage(),
                Runnable::run);
        session = engine.leat().session();
        session.execute(TABLE).close();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Each poll takes half a second; what the statement says meanwhile is noted. */
    private void polled() {
        clock.advance(Duration.ofMillis(500));
        session.progress()
                .filter(progress -> progress.step() != Step.RUNNING)
                .map(Object::toString)
                .ifPresent(told::add);
    }

    /** What was told of the rows of a view or job, each figure once. */
    private List<String> read(String name) {
        String beginning = "reading history for " + name + ": ";
        return told.stream()
                .map(line -> line.substring(beginning.length(), line.indexOf(" %")))
                .distinct()
                .toList();
    }

    private void settle() {
        while (engine.turn() > 0) {
            // goes on
        }
    }

    @Test
    void aStatementSaysHowFarItHasReadHistory() {
        session.execute("CREATE MATERIALIZED VIEW early AS SELECT COUNT(*) AS n FROM events")
                .close();
        settle();
        assertEquals(List.of(), told);
        session.execute("CREATE MATERIALIZED VIEW late AS SELECT k, MAX(v) AS v FROM events GROUP BY k")
                .close();
        assertEquals("reading history for late: 250 rows, 25 %, 500 rows/s, 1 s", told.get(0));
        assertEquals("reading history for late: 1,000 rows, 100 %, 250 rows/s, 4 s", told.get(told.size() - 1));
        assertEquals(HISTORY, read("late"));
        assertEquals(Optional.empty(), session.progress());
    }

    @Test
    void aJobSaysHowFarItHasReadHistory() {
        session.execute("CREATE MATERIALIZED VIEW early AS SELECT COUNT(*) AS n FROM events")
                .close();
        settle();
        session.execute("CREATE TABLE hole (k INT, v INT) WITH ('connector' = 'blackhole')")
                .close();
        session.execute("CREATE JOB filling AS INSERT INTO hole SELECT * FROM events")
                .close();
        assertEquals(HISTORY, read("filling"));
    }

    @Test
    void viewsThatCatchUpAreListed() {
        session.execute("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS v FROM events GROUP BY k")
                .close();
        session.execute("SET read.mode = 'latest'").close();
        assertEquals(List.of(List.of("view", "sums", "catching up", 250L, 25L, 500L, 500L)), listed());
        engine.turn();
        engine.turn();
        assertEquals(List.of(List.of("view", "sums", "catching up", 750L, 75L, 500L, 1_500L)), listed());
        settle();
        assertEquals(List.of(), listed());
    }

    private List<List<Object>> listed() {
        try (Result result = session.execute(PROGRESS)) {
            return result.rows().stream().map(Row::values).toList();
        }
    }

    @Test
    void aSelectSaysHowFarItHasRead() {
        session.execute("SELECT COUNT(*) FROM events").close();
        assertEquals(
                List.of(
                        "computing: 250 rows, 25 %, 500 rows/s, 1 s",
                        "computing: 500 rows, 50 %, 500 rows/s, 1 s", "computing: 750 rows, 75 %, 500 rows/s, 2 s"),
                told);
    }

    @Test
    void aStatementThatWaitsForSourcesSaysHowFarTheyHaveBeenRead() {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        try (Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("events", events)))
                .open()) {
            Session other = leat.session();
            events.rowsPerPoll(0)
                    .beforePoll(() -> other.progress()
                            .filter(progress -> progress.step() == Step.WAITING)
                            .ifPresent(progress -> {
                                seen.add(progress.kind() + " " + progress.rows() + " " + progress.percent());
                                events.rowsPerPoll(250);
                            }));
            other.execute(TABLE).close();
            other.execute("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS v FROM events GROUP BY k")
                    .close();
            other.execute("FLUSH").close();
        }
        assertEquals(
                List.of(
                        "flush 0 OptionalInt[0]",
                        "flush 250 OptionalInt[25]",
                        "flush 500 OptionalInt[50]",
                        "flush 750 OptionalInt[75]"),
                seen.stream().distinct().limit(4).toList());
    }
}
