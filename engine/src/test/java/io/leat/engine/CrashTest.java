package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ends the process at every write, sync, rename and deletion of a scripted run with several checkpoints, in every way that a
 * disk allows, and opens what is left: it has all that was acknowledged, and nothing that was not asked for.
 *
 * <p>{@code -Dleat.crash.seeds=N} tries N seeds for torn and reordered writes instead of one.
 */
class CrashTest {
    private static final int SEEDS = Integer.getInteger("leat.crash.seeds", 1);
    private static final int CHECKPOINT_BYTES = 300;

    private static final List<String> SCRIPT = script();
    /** What the tables contain after so many statements. */
    private static final List<Map<String, List<List<Object>>>> STATES = new ArrayList<>();

    private static FaultyStorage whole;

    private static List<String> script() {
        List<String> script = new ArrayList<>();
        script.add("CREATE TABLE plain (k INT, v STRING)");
        script.add("INSERT INTO plain VALUES (1, 'one'), (1, 'one')");
        script.add("CREATE TABLE keyed (k INT PRIMARY KEY NOT ENFORCED, v STRING)");
        script.add("CREATE MATERIALIZED VIEW counts AS SELECT v, COUNT(*) AS n FROM keyed GROUP BY v");
        for (int i = 0; i < 6; i++) {
            script.add("INSERT INTO keyed VALUES (" + i % 3 + ", 'round " + i + "'), (10, 'ten')");
            script.add("INSERT INTO plain VALUES (" + i + ", 'a text that makes the journal grow a little faster')");
        }
        script.add("UPDATE plain SET v = 'changed' WHERE k = 1");
        script.add("DELETE FROM keyed WHERE k = 2");
        script.add("CREATE TABLE short (v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)");
        script.add("INSERT INTO short VALUES (1, TIMESTAMP '2026-01-01 10:00:00')");
        script.add("ALTER TABLE short ADVANCE WATERMARK TO TIMESTAMP '2026-01-01 11:00:00'");
        script.add("DROP TABLE short");
        script.add("CREATE TABLE short (v INT)");
        script.add("INSERT INTO short SELECT k FROM keyed");
        script.add("DROP TABLE plain");
        return script;
    }

    private static Leat open(FaultyStorage disk) {
        return Leat.builder()
                .storage(disk.storage())
                .byHand(Runnable::run)
                .checkpointBytes(CHECKPOINT_BYTES)
                .open();
    }

    @BeforeAll
    static void learn() {
        whole = new FaultyStorage();
        try (Leat leat = open(whole)) {
            STATES.add(content(leat));
            for (String statement : SCRIPT) {
                leat.execute(statement).close();
                STATES.add(content(leat));
            }
        }
    }

    private static Map<String, List<List<Object>>> content(Leat leat) {
        Map<String, List<List<Object>>> content = new TreeMap<>();
        for (String show : List.of("SHOW TABLES", "SHOW VIEWS")) {
            for (List<Object> relation : rows(leat, show)) {
                List<List<Object>> rows = new ArrayList<>(rows(leat, "SELECT * FROM " + relation.get(0)));
                rows.sort((a, b) -> a.toString().compareTo(b.toString()));
                content.put(relation.get(0).toString(), rows);
            }
        }
        return content;
    }

    /** What a crash leaves, and what it must contain. */
    private record Crash(FaultyStorage left, int acknowledged, String where) {}

    /** Runs the script once, and looks before each step at what would be left. */
    private static List<Crash> crashes(CrashMode mode) {
        FaultyStorage disk = new FaultyStorage();
        AtomicInteger acknowledged = new AtomicInteger();
        List<Crash> crashes = new ArrayList<>();
        disk.beforeEachStep(() -> {
            for (int seed = 0; seed < mode.chances(SEEDS); seed++) {
                String where = mode + " at " + disk.steps() + ", seed " + seed;
                crashes.add(new Crash(disk.afterCrash(mode, 31L * disk.steps() + seed), acknowledged.get(), where));
            }
        });
        try (Leat leat = open(disk)) {
            for (String statement : SCRIPT) {
                leat.execute(statement).close();
                acknowledged.incrementAndGet();
            }
        }
        return crashes;
    }

    private static void crash(CrashMode mode) {
        List<Crash> crashes = crashes(mode);
        assertTrue(crashes.size() > 150, () -> crashes.size() + " crashes");
        crashes.forEach(CrashTest::check);
    }

    private static void check(Crash crash) {
        int acknowledged = crash.acknowledged();
        Map<String, List<List<Object>>> found;
        try (Leat leat = open(crash.left())) {
            found = content(leat);
            boolean next = !found.equals(STATES.get(acknowledged));
            int statements = next ? Math.min(acknowledged + 1, SCRIPT.size()) : acknowledged;
            assertEquals(STATES.get(statements), found, () -> crash.where() + " after " + acknowledged + " statements");
        }
        try (Leat again = open(crash.left())) {
            assertEquals(found, content(again), () -> crash.where() + ", opened once more");
        }
    }

    @Test
    void theRunHasSeveralCheckpoints() {
        long checkpoints = whole.paths().stream()
                .filter(path -> path.endsWith(".checkpoint"))
                .mapToLong(path -> Long.parseLong(path.replaceAll("\\D", "")))
                .max()
                .orElse(0);
        assertTrue(checkpoints >= 5, () -> checkpoints + " checkpoints");
    }

    @Test
    void aKilledProcessLosesNothing() {
        crash(CrashMode.CLEAN);
    }

    @Test
    void tornWritesLoseNothing() {
        crash(CrashMode.TORN);
    }

    @Test
    void thePowerFailsAndNothingIsLost() {
        crash(CrashMode.LOST);
    }

    @Test
    void writesInAnyOrderLoseNothing() {
        crash(CrashMode.REORDERED);
    }

    @Test
    void crashesWhileOpeningLoseNothing() {
        List<Crash> crashes = crashes(CrashMode.REORDERED);
        for (int i = 0; i < crashes.size(); i += 50) {
            Crash first = crashes.get(i);
            List<Crash> seconds = new ArrayList<>();
            first.left().beforeEachStep(() -> {
                for (CrashMode mode : CrashMode.values()) {
                    String where = first.where() + ", then " + mode + " at "
                            + first.left().steps();
                    seconds.add(new Crash(first.left().afterCrash(mode, seconds.size()), first.acknowledged(), where));
                }
            });
            open(first.left()).close();
            assertTrue(!seconds.isEmpty(), first::where);
            seconds.forEach(CrashTest::check);
        }
    }
}
