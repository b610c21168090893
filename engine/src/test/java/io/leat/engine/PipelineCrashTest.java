package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.fake.Ledger;
import io.leat.engine.fake.LedgerConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/**
 * Ends the process at every write, sync, rename and deletion of a run with views and jobs over a source and an ordinary table,
 * and lets what is left go on: every view is what its query says, and every sink has each change once.
 *
 * <p>{@code -Dleat.crash.seeds=N} tries N seeds for torn and reordered writes instead of one.
 */
class PipelineCrashTest {
    private static final int SEEDS = Integer.getInteger("leat.crash.seeds", 1);
    private static final int ROWS = 120;
    private static final int CHECKPOINT_BYTES = 700;

    private static final List<String> SCRIPT = List.of(
            "CREATE TABLE IF NOT EXISTS bids (item INT, price BIGINT, ts TIMESTAMP(3),"
                    + " WATERMARK FOR ts AS ts - INTERVAL '2' SECOND) WITH ('connector' = 'scripted', 'script' = 'bids')",
            "CREATE TABLE IF NOT EXISTS items (item INT PRIMARY KEY NOT ENFORCED, name STRING)",
            "INSERT INTO items VALUES (0, 'clock'), (1, 'lamp')",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS totals AS"
                    + " SELECT item, COUNT(*) AS n, SUM(price) AS total FROM bids GROUP BY item",
            "CREATE TABLE IF NOT EXISTS out_totals (item INT, n BIGINT, total BIGINT) WITH ('connector' = 'ledger')",
            "CREATE JOB IF NOT EXISTS write_totals AS INSERT INTO out_totals SELECT * FROM totals",
            "INSERT INTO items VALUES (2, 'chair')",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS named AS"
                    + " SELECT i.name, t.n, t.total FROM totals t JOIN items i ON t.item = i.item",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS windows AS SELECT window_end, MAX(price) AS top, COUNT(DISTINCT item) AS d"
                    + " FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY window_start, window_end",
            "UPDATE items SET name = 'table' WHERE item = 1",
            "CREATE TABLE IF NOT EXISTS out_named (name STRING, n BIGINT, total BIGINT) WITH ('connector' = 'ledger')",
            "CREATE JOB IF NOT EXISTS write_named AS INSERT INTO out_named SELECT * FROM named",
            "CREATE OR REPLACE MATERIALIZED VIEW totals AS SELECT item, COUNT(*) AS n, SUM(price) AS total FROM bids"
                    + " WHERE price > 4 GROUP BY item",
            "DROP VIEW IF EXISTS windows",
            "DELETE FROM items WHERE item = 0");
    private static final List<String> VIEWS = List.of("totals", "named");

    private static Script bids() {
        Script script = new Script().partitions("a", "b").rowsPerPoll(3);
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 10, 0);
        for (int i = 0; i < ROWS; i++) {
            script.row(i % 3 == 0 ? "a" : "b", i % 4, (long) i * i % 37, start.plusNanos(i * 200_000_000L));
        }
        return script;
    }

    private static HandDriven open(FaultyStorage disk, Ledger ledger, Executor background) {
        Leat.Builder options = Leat.builder()
                .connector(new ScriptedConnector(Map.of("bids", bids())))
                .connector(new LedgerConnector(ledger))
                .checkpointBytes(CHECKPOINT_BYTES)
                .shards(2);
        return HandDriven.open(options, disk.storage(), background);
    }

    /** What a crash leaves. */
    private record Crash(FaultyStorage disk, Ledger ledger, int acknowledged, String where) {}

    private static List<Crash> crashes(CrashMode mode, boolean late) {
        FaultyStorage disk = new FaultyStorage();
        Ledger ledger = new Ledger();
        List<Crash> crashes = new ArrayList<>();
        int[] acknowledged = {0};
        Runnable crash = () -> {
            for (int seed = 0; seed < mode.chances(SEEDS); seed++) {
                String where = mode + " at " + disk.steps() + ", seed " + seed;
                FaultyStorage left = disk.afterCrash(mode, 31L * disk.steps() + seed);
                crashes.add(new Crash(left, ledger.copy(), acknowledged[0], where));
            }
        };
        disk.beforeEachStep(crash);
        ledger.beforeCommit(crash);
        List<Runnable> waiting = new ArrayList<>();
        try (HandDriven engine = open(disk, ledger, late ? waiting::add : Runnable::run)) {
            for (String statement : SCRIPT) {
                engine.leat().execute(statement).close();
                acknowledged[0]++;
                engine.turn();
                engine.turn();
                List.copyOf(waiting).forEach(Runnable::run);
                waiting.clear();
            }
            engine.settle();
        }
        return crashes;
    }

    private static void check(CrashMode mode, boolean late) {
        List<Crash> crashes = crashes(mode, late);
        assertTrue(crashes.size() > 200, () -> crashes.size() + " crashes");
        crashes.forEach(PipelineCrashTest::check);
    }

    private static void check(Crash crash) {
        try (HandDriven engine = open(crash.disk(), crash.ledger(), Runnable::run)) {
            List<String> before = crash.ledger().events();
            for (int i = crash.acknowledged(); i < SCRIPT.size(); i++) {
                engine.leat().execute(SCRIPT.get(i)).close();
            }
            engine.settle();
            Map<List<Object>, Long> expected = new HashMap<>();
            Leat leat = engine.leat();
            for (String view : VIEWS) {
                Map<List<Object>, Long> content = content(leat, "SELECT * FROM " + view);
                assertEquals(reference(view), content, () -> view + ", " + crash.where());
                content.forEach((row, weight) -> expected.merge(row, weight, Long::sum));
            }
            assertEquals(expected, crash.ledger().content(), crash::where);
            List<String> after = crash.ledger().events();
            assertEquals(before, after.subList(0, before.size()), crash::where);
        } catch (RuntimeException e) {
            throw new AssertionError(crash.where() + ": " + e, e);
        }
    }

    private static final Map<String, Map<List<Object>, Long>> REFERENCE = new TreeMap<>();

    /** What the views contain in the end if nothing ever crashes and nothing is kept. */
    private static Map<List<Object>, Long> reference(String view) {
        if (REFERENCE.isEmpty()) {
            try (HandDriven engine = open(new FaultyStorage(), new Ledger(), Runnable::run)) {
                SCRIPT.forEach(statement -> engine.leat().execute(statement).close());
                engine.settle();
                VIEWS.forEach(name -> REFERENCE.put(name, content(engine.leat(), "SELECT * FROM " + name)));
            }
        }
        return REFERENCE.get(view);
    }

    private static Map<List<Object>, Long> content(Leat leat, String query) {
        Map<List<Object>, Long> content = new HashMap<>();
        rows(leat, query).forEach(row -> content.merge(row, 1L, Long::sum));
        return content;
    }

    @Test
    void aKilledProcessLosesAndRepeatsNothing() {
        check(CrashMode.CLEAN, false);
    }

    @Test
    void tornWritesLoseAndRepeatNothing() {
        check(CrashMode.TORN, true);
    }

    @Test
    void thePowerFailsAndNothingIsLostOrRepeated() {
        check(CrashMode.LOST, false);
    }

    @Test
    void writesInAnyOrderLoseAndRepeatNothing() {
        check(CrashMode.REORDERED, true);
    }
}
