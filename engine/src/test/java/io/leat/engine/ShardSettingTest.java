package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.LeatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The setting shards: of the whole database, changed only while nothing runs, and no change of any answer. */
class ShardSettingTest {
    private static final int ROWS = 5_000;

    private static String values(String row) {
        return IntStream.range(0, ROWS).mapToObj(i -> row.formatted(i)).collect(Collectors.joining(", "));
    }

    private static List<String> rows(Leat leat, String sql) {
        try (Cursor cursor = leat.execute(sql).cursor()) {
            TreeSet<String> rows = new TreeSet<>();
            for (Optional<Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
                rows.add(row.get().values().toString());
            }
            return List.copyOf(rows);
        }
    }

    private static List<String> answers(String shards) {
        try (Leat leat = Leat.builder().open()) {
            leat.execute("CREATE TABLE t (id INT, k INT)");
            leat.execute("SET shards = " + shards);
            leat.execute("INSERT INTO t VALUES " + values("(%1$d, MOD(%1$d, 97))"));
            leat.execute("CREATE MATERIALIZED VIEW g AS SELECT k, COUNT(*) AS n, SUM(id) AS s FROM t GROUP BY k");
            leat.execute(
                    "CREATE MATERIALIZED VIEW j AS SELECT t.id, g.n FROM t JOIN g ON t.k = g.k WHERE g.s > 100000");
            leat.execute("INSERT INTO t VALUES " + values("(%1$d, MOD(%1$d, 31))"));
            List<String> all = new ArrayList<>(rows(leat, "SELECT * FROM g"));
            all.addAll(rows(leat, "SELECT n, COUNT(*), MIN(id) FROM j GROUP BY n"));
            all.addAll(rows(leat, "SELECT COUNT(*), SUM(id), COUNT(DISTINCT k) FROM t"));
            return all;
        }
    }

    @Test
    void answersDoNotDependOnIt() {
        List<String> one = answers("1");
        assertTrue(one.size() > 90, one.toString());
        assertEquals(one, answers("2"));
        assertEquals(one, answers("5"));
    }

    @Test
    void itHoldsForAllSessionsAndChangesOnlyWhileNothingRuns() {
        try (Leat leat = Leat.builder().shards(3).open()) {
            Session other = leat.session();
            assertEquals("auto", other.settings().get("shards"));
            leat.execute("SET shards = 2");
            assertEquals("2", other.settings().get("shards"));
            leat.execute("CREATE TABLE t (id INT)");
            leat.execute("INSERT INTO t VALUES (1), (2)");
            leat.execute("SET shards = 4");
            leat.execute("CREATE MATERIALIZED VIEW v AS SELECT COUNT(*) AS n FROM t");
            LeatException refused = assertThrows(LeatException.class, () -> leat.execute("SET shards = 2"));
            assertEquals("the number of shards cannot change while views or jobs run", refused.getMessage());
            assertEquals(
                    "Set it before the first CREATE MATERIALIZED VIEW or INSERT INTO, or when the database is opened.",
                    refused.hint().orElseThrow());
            leat.execute("SET shards = 4");
            assertEquals(List.of("[2]"), rows(leat, "SELECT * FROM v"));
            leat.execute("DROP VIEW v");
            leat.execute("RESET shards");
            assertEquals("auto", other.settings().get("shards"));
        }
    }

    @Test
    void itIsANumberFromOneToSixtyFour() {
        try (Leat leat = Leat.open()) {
            LeatException none = assertThrows(LeatException.class, () -> leat.execute("SET shards = 0"));
            assertEquals("setting shards cannot be '0'", none.getMessage());
            assertTrue(none.hint().orElseThrow().startsWith("It is auto or a number from 1 to 64: "));
            assertThrows(LeatException.class, () -> leat.execute("SET shards = 65"));
            leat.execute("SET shards = 64");
            leat.execute("SET shards = 'auto'");
        }
        LeatException tooMany =
                assertThrows(LeatException.class, () -> Leat.builder().shards(65));
        assertEquals("there cannot be 65 shards", tooMany.getMessage());
    }

    @Test
    void aRowThatCannotBeComputedOnOneShardEndsAQueryAndIsCountedInAView() {
        try (Leat leat = Leat.builder().shards(4).open()) {
            leat.execute("CREATE TABLE t (id INT, k INT)");
            leat.execute("INSERT INTO t VALUES " + values("(%1$d, MOD(%1$d, 1000))"));
            leat.execute("CREATE MATERIALIZED VIEW v AS SELECT id / k AS q FROM t");
            LeatException failed = assertThrows(
                    LeatException.class,
                    () -> leat.query("SELECT SUM(id / k) FROM t").cursor().next());
            assertEquals("division by zero", failed.getMessage());
            assertEquals(List.of("[" + (ROWS - ROWS / 1000) + "]"), rows(leat, "SELECT COUNT(*) FROM v"));
            assertEquals(
                    List.of("[" + ROWS / 1000 + "]"), rows(leat, "SELECT errors FROM leat.views WHERE name = 'v'"));
        }
    }

    @Test
    void noThreadIsLeftBehind() {
        try (Leat leat = Leat.builder().shards(4).open()) {
            leat.execute("CREATE TABLE t (id INT, k INT)");
            leat.execute("CREATE MATERIALIZED VIEW v AS SELECT k, COUNT(*) AS n FROM t GROUP BY k");
            leat.execute("INSERT INTO t VALUES " + values("(%1$d, MOD(%1$d, 10))"));
            assertTrue(shardThreads() >= 3);
            leat.execute("DROP VIEW v");
            leat.execute("SET shards = 1");
        }
        assertEquals(0, shardThreads());
    }

    private static long shardThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("leat-shard"))
                .count();
    }
}
