package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ends the process at every write, sync, rename and deletion while savepoints are made and dropped, and while a database is put
 * back to one, in every way that a disk allows: the database is what it was, and savepoints are whole or not there.
 */
class SavepointCrashTest {
    private static final List<String> SCRIPT = List.of(
            "CREATE TABLE keyed (k INT PRIMARY KEY NOT ENFORCED, v STRING)",
            "CREATE MATERIALIZED VIEW counts AS SELECT v, COUNT(*) AS n FROM keyed GROUP BY v",
            "INSERT INTO keyed VALUES (1, 'one'), (2, 'a text that makes the journal grow a little faster')",
            "CREATE SAVEPOINT first",
            "INSERT INTO keyed VALUES (1, 'uno'), (3, 'another text that makes the journal grow faster')",
            "CREATE SAVEPOINT Second",
            "DELETE FROM keyed WHERE k = 2",
            "DROP SAVEPOINT first",
            "INSERT INTO keyed VALUES (4, 'four')");
    private static final int DROP = 7;
    private static final Map<String, Integer> MADE = Map.of("first", 3, "Second", 5);

    /** What the database contains after so many statements. */
    private static final List<List<Object>> STATES = new ArrayList<>();

    private static HandDriven open(FaultyStorage disk) {
        return HandDriven.open(Leat.builder().checkpointBytes(250).shards(1), disk.storage(), Runnable::run);
    }

    private static HandDriven open(FaultyStorage disk, String savepoint) {
        Leat.Builder options = Leat.builder().checkpointBytes(250).shards(1).fromSavepoint(savepoint);
        return HandDriven.open(options, disk.storage(), Runnable::run);
    }

    private static List<Object> content(HandDriven engine) {
        List<Object> content = new ArrayList<>();
        for (List<Object> relation : rows(engine.leat(), "SELECT name FROM leat.tables")) {
            content.add(sorted(rows(engine.leat(), "SELECT * FROM " + relation.get(0))));
        }
        for (List<Object> view : rows(engine.leat(), "SHOW VIEWS")) {
            content.add(sorted(rows(engine.leat(), "SELECT * FROM " + view.get(0))));
        }
        return content;
    }

    private static List<List<Object>> sorted(List<List<Object>> rows) {
        List<List<Object>> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Object::toString));
        return sorted;
    }

    private static Set<String> savepoints(HandDriven engine) {
        Set<String> names = new TreeSet<>();
        rows(engine.leat(), "SHOW SAVEPOINTS").forEach(row -> names.add((String) row.get(0)));
        return names;
    }

    private static FaultyStorage run(FaultyStorage disk, Runnable afterEach) {
        try (HandDriven engine = open(disk)) {
            for (String statement : SCRIPT) {
                engine.leat().execute(statement).close();
                engine.turn();
                afterEach.run();
            }
        }
        return disk;
    }

    @BeforeAll
    static void learn() {
        FaultyStorage disk = new FaultyStorage();
        try (HandDriven engine = open(disk)) {
            STATES.add(content(engine));
            for (String statement : SCRIPT) {
                engine.leat().execute(statement).close();
                STATES.add(content(engine));
            }
        }
    }

    /** What a crash leaves, and how much was acknowledged before. */
    private record Crash(FaultyStorage left, int acknowledged, String where) {}

    private static void collect(FaultyStorage disk, CrashMode mode, int[] acknowledged, List<Crash> crashes) {
        disk.beforeEachStep(() -> {
            for (int seed = 0; seed < mode.chances(1); seed++) {
                String where = mode + " at " + disk.steps() + ", seed " + seed;
                crashes.add(new Crash(disk.afterCrash(mode, 31L * disk.steps() + seed), acknowledged[0], where));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(CrashMode.class)
    void aCrashHarmsNothingAndLeavesSavepointsWholeOrNone(CrashMode mode) {
        FaultyStorage disk = new FaultyStorage();
        int[] acknowledged = {0};
        List<Crash> crashes = new ArrayList<>();
        collect(disk, mode, acknowledged, crashes);
        run(disk, () -> acknowledged[0]++);
        assertTrue(crashes.size() > 100, () -> crashes.size() + " crashes");
        crashes.forEach(SavepointCrashTest::check);
    }

    private static void check(Crash crash) {
        Set<String> found;
        try (HandDriven engine = open(crash.left())) {
            int done = crash.acknowledged();
            List<Object> content = content(engine);
            boolean next = !content.equals(STATES.get(done));
            assertEquals(STATES.get(next ? Math.min(done + 1, SCRIPT.size()) : done), content, crash::where);
            found = savepoints(engine);
        }
        Map<String, Boolean> expected = new TreeMap<>();
        MADE.forEach((name, at) -> expected.put(name, crash.acknowledged() > at));
        if (crash.acknowledged() > DROP) {
            expected.put("first", false);
        }
        expected.forEach((name, there) -> {
            int under = name.equals("first") && crash.acknowledged() >= DROP ? DROP : MADE.get(name);
            assertTrue(found.contains(name) == there || crash.acknowledged() == under, () -> crash.where() + found);
        });
        requireNothingElse(crash, found);
        for (String name : found) {
            try (HandDriven engine = open(crash.left(), name)) {
                assertEquals(STATES.get(MADE.get(name)), content(engine), () -> crash.where() + ": " + name);
            }
        }
    }

    private static void requireNothingElse(Crash crash, Set<String> found) {
        for (String path : crash.left().paths()) {
            if (path.startsWith("savepoints/")) {
                String name = path.split("[/.]")[1];
                assertTrue(found.stream().anyMatch(name::equalsIgnoreCase), () -> crash.where() + ": " + path);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CrashMode.class)
    void aCrashWhileADatabaseIsPutBackLosesNothing(CrashMode mode) {
        FaultyStorage disk = run(new FaultyStorage(), () -> {});
        List<Object> last = STATES.get(SCRIPT.size());
        List<Object> then = STATES.get(MADE.get("Second"));
        List<Crash> crashes = new ArrayList<>();
        collect(disk, mode, new int[] {0}, crashes);
        open(disk, "second").close();
        assertTrue(crashes.size() > 40, () -> crashes.size() + " crashes");
        int putBack = 0;
        for (Crash crash : crashes) {
            Set<String> found;
            List<Object> content;
            try (HandDriven engine = open(crash.left())) {
                found = savepoints(engine);
                content = content(engine);
            }
            putBack += content.equals(then) ? 1 : 0;
            assertTrue(content.equals(last) || content.equals(then), () -> crash.where() + ": " + content);
            assertTrue(content.equals(last) || found.contains("before_Second"), () -> crash.where() + ": " + found);
            if (found.contains("before_Second")) {
                try (HandDriven engine = open(crash.left(), "before_Second")) {
                    assertEquals(last, content(engine), crash::where);
                }
            }
        }
        assertTrue(putBack > 10 && putBack < crashes.size(), "put back " + putBack + " times");
    }
}
