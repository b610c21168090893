package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine says of itself: system tables, EXPLAIN ANALYZE, EXPLAIN VIEW, SHOW and DESCRIBE. */
class InspectionTest {
    private final Script script =
            new Script().row("p0", "a", 1).row("p0", "a", 2).bad("p0", "no json");
    private final Leat leat =
            Leat.builder().connector(new ScriptedConnector(Map.of("s", script))).open();

    @BeforeEach
    void define() {
        leat.execute("CREATE TABLE s (k STRING, v INT) WITH ('connector'='scripted', 'script'='s')");
        leat.execute(
                "CREATE TABLE t (k STRING, ts TIMESTAMP(3), PRIMARY KEY (k) NOT ENFORCED, WATERMARK FOR ts AS ts)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT k, SUM(v) AS v FROM s GROUP BY k");
        leat.execute("CREATE VIEW l AS SELECT * FROM m WHERE v > 2");
        leat.execute("INSERT INTO t VALUES ('x', TIMESTAMP '2026-01-01 00:00:00')");
        leat.execute("FLUSH");
    }

    @AfterEach
    void close() {
        leat.close();
    }

    @Test
    void systemTables() {
        assertEquals(
                List.of(
                        Arrays.asList("s", "scripted", 2L, null, null, null),
                        Arrays.asList("t", null, 2L, "k", "ts", 1L)),
                rows(leat, "SELECT * FROM leat.tables ORDER BY name"));
        assertEquals(
                List.of(Arrays.asList("l", "logical", null, null), List.of("m", "materialized", "running", 1L)),
                rows(leat, "SELECT name, kind, status, \"rows\" FROM leat.views ORDER BY name"));
        assertEquals(
                List.of(List.of("s", "scripted", "reading", "p0", 3L, 0L, 2L, 0L, 1L, "no json")),
                rows(
                        leat,
                        "SELECT name, connector, status, \"partition\", \"position\", lag, \"rows\", late, bad,"
                                + " last_bad FROM leat.sources WHERE name = 's'"));
        assertEquals(List.of(), rows(leat, "SELECT * FROM leat.jobs"));
    }

    @Test
    void analyzeShowsWhereRowsAreBroughtBetweenShards() {
        try (Leat sharded = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .open()) {
            sharded.execute("SET shards = 2");
            sharded.execute("CREATE TABLE s (k STRING, v INT) WITH ('connector'='scripted', 'script'='s')");
            sharded.execute("CREATE MATERIALIZED VIEW m AS SELECT k, SUM(v) AS v FROM s WHERE v > 0 GROUP BY k");
            sharded.execute("CREATE MATERIALIZED VIEW n AS SELECT COUNT(*) AS n FROM s WHERE v > 0");
            sharded.execute("FLUSH");
            assertEquals(
                    List.of(
                            List.of("Aggregate by k: SUM(v) AS v", 2L),
                            List.of("  Exchange by k", 2L),
                            List.of("    Filter v > 0", 2L),
                            List.of("      Scan s (k, v)", 2L)),
                    operators(sharded, "m"));
            assertEquals(
                    List.of("Exchange to one shard", "Early PartialAggregate"),
                    operators(sharded, "n").stream()
                            .map(row -> row.get(0).toString().strip())
                            .filter(line -> line.startsWith("E"))
                            .map(line -> line.startsWith("Early") ? line.substring(0, 22) : line)
                            .toList());
        }
    }

    private static List<List<Object>> operators(Leat leat, String view) {
        return rows(leat, "EXPLAIN ANALYZE " + view).stream()
                .map(row -> List.of(row.get(0), row.get(1)))
                .toList();
    }

    @Test
    void analyzeShowsWhatEachOperatorHasDone() {
        List<List<Object>> operators = rows(leat, "EXPLAIN ANALYZE m");
        List<Object> aggregate = operators.stream()
                .filter(row -> row.get(0).toString().toLowerCase().contains("aggregate"))
                .findFirst()
                .orElseThrow();
        assertEquals(2L, aggregate.get(1));
        assertEquals(1L, aggregate.get(3));
        assertTrue((Long) aggregate.get(4) > 0);
        assertEquals(0L, aggregate.get(6));
        fails(ErrorCode.WRONG_OBJECT_KIND, () -> leat.execute("EXPLAIN ANALYZE l"));
        fails(ErrorCode.UNKNOWN_TABLE, () -> leat.execute("EXPLAIN ANALYZE nope"));
    }

    @Test
    void explainViewSaysWhyItIsQuiet() {
        leat.execute("CREATE MATERIALIZED VIEW none AS SELECT k FROM s WHERE v > 100");
        String text = rows(leat, "EXPLAIN VIEW none").stream()
                .map(row -> row.get(0).toString())
                .collect(Collectors.joining("\n"));
        assertTrue(text.contains("view \"none\" is running, has 0 rows"), text);
        assertTrue(text.contains("2 rows read"), text);
        assertTrue(text.contains("1 could not be decoded (no json)"), text);
        assertTrue(text.contains("let none pass"), text);
    }

    @Test
    void catalogStatements() {
        assertEquals(List.of(List.of("s"), List.of("t")), rows(leat, "SHOW TABLES"));
        assertEquals(List.of(List.of("m"), List.of("l")), rows(leat, "SHOW VIEWS"));
        assertEquals(List.of(List.of("m")), rows(leat, "SHOW MATERIALIZED VIEWS"));
        assertEquals(
                List.of("k", "ts"),
                rows(leat, "DESCRIBE t").stream().map(row -> row.get(0)).toList());
        assertEquals("PRIMARY KEY", rows(leat, "DESCRIBE t").get(0).get(3));
        assertTrue(rows(leat, "SHOW CREATE TABLE s").get(0).get(0).toString().contains("'script'"));
        fails(ErrorCode.DEPENDENT_OBJECTS, () -> leat.execute("DROP TABLE s"));
        fails(ErrorCode.DEPENDENT_OBJECTS, () -> leat.execute("CREATE OR REPLACE TABLE s (v INT)"));
        fails(ErrorCode.WRONG_OBJECT_KIND, () -> leat.execute("CREATE OR REPLACE VIEW t AS SELECT 1 AS one"));
        assertEquals(
                "dropped view \"l\", materialized view \"m\", table \"s\"",
                leat.execute("DROP TABLE s CASCADE").message());
        assertEquals(0, script.openSources());
    }

    @Test
    void aViewIsReplacedOnlyByOneThatCanBeBuilt() {
        leat.execute("CREATE MATERIALIZED VIEW r AS SELECT k FROM t");
        leat.execute("CREATE TABLE gone (v INT) WITH ('connector'='filesystem', 'path'='nowhere.csv', 'format'='csv')");
        fails(
                ErrorCode.FILE_NOT_FOUND,
                () -> leat.execute("CREATE OR REPLACE MATERIALIZED VIEW r AS SELECT v FROM gone"));
        assertEquals(List.of(List.of("x")), rows(leat, "SELECT * FROM r"));
        leat.execute("CREATE OR REPLACE MATERIALIZED VIEW r AS SELECT k || '!' AS k FROM t");
        assertEquals(List.of(List.of("x!")), rows(leat, "SELECT * FROM r"));
        leat.execute("CREATE OR REPLACE VIEW r AS SELECT k || '?' AS k FROM t");
        assertEquals(List.of(List.of("x?")), rows(leat, "SELECT * FROM r"));
        assertEquals(List.of(List.of("m")), rows(leat, "SHOW MATERIALIZED VIEWS"));
    }
}
