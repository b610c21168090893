package io.leat.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Change;
import io.leat.engine.ChangeCursor;
import io.leat.engine.Changes;
import io.leat.engine.Leat;
import io.leat.executor.oracle.Bag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Random histories with retractions through the whole engine: after every tick each view, as its subscriber has it from
 * changes alone, is what the naive evaluator computes from what the tables contain then.
 */
class EveryTickTest {
    private static final int HISTORIES = 3;
    private static final int TICKS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String TUMBLE = " FROM TABLE(TUMBLE(TABLE r, DESCRIPTOR(ts), INTERVAL '5' SECOND)) ";
    private static final String HOP =
            " FROM TABLE(HOP(TABLE r, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '5' SECOND)) ";
    private static final String CUMULATE =
            " FROM TABLE(CUMULATE(TABLE r, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '6' SECOND)) ";
    private static final String SESSION =
            " FROM TABLE(SESSION(TABLE r PARTITION BY k, DESCRIPTOR(ts), INTERVAL '2' SECOND)) ";

    private static final List<String> QUERIES = List.of(
            "SELECT id, v + 1 AS w FROM a WHERE v > 3 OR k IS NULL",
            "SELECT k, COUNT(*) AS n, COUNT(v) AS c, SUM(v) AS s, AVG(v) AS m, MIN(v) AS lo, MAX(v) AS hi FROM a GROUP BY k",
            "SELECT COUNT(*) AS n, SUM(v) AS s, MAX(k) AS hi FROM a",
            "SELECT k, COUNT(DISTINCT v) AS d, SUM(DISTINCT v) AS s, COUNT(*) FILTER (WHERE v > 4) AS f FROM a GROUP BY k",
            "SELECT k, SUM(v) AS s FROM b GROUP BY k HAVING COUNT(*) > 1",
            "SELECT DISTINCT k, v FROM a",
            "SELECT id, k FROM a UNION ALL SELECT id, k FROM b",
            "SELECT k FROM a UNION SELECT k FROM b",
            "SELECT k FROM a INTERSECT SELECT k FROM b",
            "SELECT k FROM a EXCEPT SELECT k FROM b",
            "SELECT a.id, b.id AS bid FROM a JOIN b ON a.k = b.k",
            "SELECT a.id, b.id AS bid, b.v FROM a LEFT JOIN b ON a.k = b.k AND a.v < b.v",
            "SELECT a.id, b.id AS bid FROM a RIGHT JOIN b ON a.k = b.k AND a.v <> b.v",
            "SELECT a.id, b.id AS bid FROM a FULL JOIN b ON a.k = b.k AND a.v < b.v",
            "SELECT a.id, c.k FROM a JOIN c ON a.id = c.id",
            "SELECT x.id, y.id AS yid FROM a x LEFT JOIN a y ON x.k = y.k AND x.id < y.id",
            "SELECT id FROM a WHERE k IN (SELECT k FROM b WHERE v > 2)",
            "SELECT id FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
            "SELECT id, v FROM a WHERE v = (SELECT MAX(v) FROM b)",
            "SELECT c.k, COUNT(r.id) AS n, SUM(r.v) AS s FROM c LEFT JOIN r ON r.id = c.id GROUP BY c.k",
            "SELECT window_start, window_end, k, COUNT(*) AS n, SUM(v) AS s" + TUMBLE
                    + "GROUP BY window_start, window_end, k",
            "SELECT window_start, COUNT(DISTINCT v) AS d, MAX(v) AS hi" + HOP + "GROUP BY window_start, window_end",
            "SELECT window_start, window_end, SUM(v) AS s" + CUMULATE + "GROUP BY window_start, window_end",
            "SELECT k, window_start, window_end, COUNT(*) AS n, MIN(v) AS lo" + SESSION
                    + "GROUP BY k, window_start, window_end",
            "SELECT id, window_start, window_end" + SESSION,
            "SELECT window_start, k, COUNT(*) AS n, AVG(v) AS m" + TUMBLE
                    + "GROUP BY window_start, window_end, k EMIT FINAL",
            "SELECT window_end, SUM(v) AS s, COUNT(DISTINCT k) AS d" + HOP
                    + "GROUP BY window_start, window_end EMIT FINAL",
            "SELECT k, window_start, window_end, COUNT(*) AS n" + SESSION
                    + "GROUP BY k, window_start, window_end EMIT FINAL",
            "SELECT x.id, y.id AS yid FROM r x JOIN r y ON x.k = y.k AND y.ts BETWEEN x.ts AND x.ts + INTERVAL '4' SECOND",
            "SELECT x.id, y.id AS yid FROM r x LEFT JOIN r y ON x.k = y.k AND y.ts > x.ts AND y.ts < x.ts + INTERVAL '4' SECOND",
            "SELECT x.id FROM r x WHERE NOT EXISTS (SELECT 1 FROM r y WHERE x.v = y.v AND y.ts BETWEEN x.ts - INTERVAL '2'"
                    + " SECOND AND x.ts - INTERVAL '1' SECOND)",
            "SELECT r.id, m.e FROM r JOIN (SELECT MAX(v) AS top, window_end AS e" + TUMBLE
                    + "GROUP BY window_start, window_end) m ON r.v = m.top"
                    + " WHERE r.ts BETWEEN m.e - INTERVAL '5' SECOND AND m.e",
            "SELECT window_end, k, COUNT(v) AS n, AVG(v) AS m, COUNT(*) FILTER (WHERE v > 4) AS f" + HOP
                    + "WHERE id > 2 GROUP BY window_start, window_end, k EMIT FINAL",
            "SELECT n, COUNT(*) AS views FROM (SELECT window_start, COUNT(*) AS n" + TUMBLE
                    + "GROUP BY window_start, window_end) AS x GROUP BY n",
            "SELECT s.k, s.n, t.s FROM v1 s FULL JOIN v4 t ON s.k = t.k",
            "SELECT MAX(n) AS top FROM v20",
            "SELECT id, k, v FROM a QUALIFY ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) <= 2",
            "SELECT id, k, n FROM (SELECT *, RANK() OVER (PARTITION BY k ORDER BY v) AS n FROM a) WHERE n <= 2",
            "SELECT id, k, n FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY k ORDER BY ts DESC) AS n FROM r) WHERE n < 3",
            "SELECT id, v FROM r ORDER BY v DESC, id LIMIT 3",
            "SELECT id, v FROM b ORDER BY v LIMIT 2 OFFSET 1",
            "SELECT id, SUM(v) OVER w AS s, LAG(v) OVER w AS l FROM a WINDOW w AS (PARTITION BY k ORDER BY id)",
            "SELECT id, COUNT(v) OVER (ORDER BY v ROWS 2 PRECEDING) AS n, MAX(v) OVER (PARTITION BY k) AS m FROM b",
            "SELECT window_end, k, n FROM (SELECT window_end, k, COUNT(*) AS n" + TUMBLE
                    + "GROUP BY window_start, window_end, k) "
                    + "QUALIFY ROW_NUMBER() OVER (PARTITION BY window_end ORDER BY n DESC, k) = 1 EMIT FINAL");

    private final Map<String, Bag> seen = new LinkedHashMap<>();
    private final Map<String, ChangeCursor> cursors = new LinkedHashMap<>();
    private final Set<String> shown = new TreeSet<>();
    private final List<String> statements = new ArrayList<>();

    @Test
    void everyViewIsExactAtEveryTick() {
        Long only = Long.getLong("leat.seed");
        long first = only == null ? System.nanoTime() : only;
        for (long seed = first; seed < first + (only == null ? HISTORIES : 1); seed++) {
            history(seed);
        }
        assertTrue(only != null || shown.size() > QUERIES.size() * 3 / 4, () -> "only these had rows at all: " + shown);
    }

    private void history(long seed) {
        seen.clear();
        cursors.clear();
        statements.clear();
        PlannedViews views = new PlannedViews();
        ModelTables tables = new ModelTables(new Random(seed));
        try (Leat leat = Leat.open()) {
            ModelTables.DEFINITIONS.forEach(sql -> {
                leat.execute(sql);
                views.table(sql);
            });
            for (int i = 0; i < QUERIES.size(); i++) {
                follow(leat, views, "v" + i, QUERIES.get(i));
            }
            for (int tick = 0; tick < TICKS; tick++) {
                step(leat, views, tables, tick < TICKS - 1 ? tables.next() : tables.end(), seed);
            }
        }
    }

    private void follow(Leat leat, PlannedViews views, String name, String query) {
        String sql = "CREATE MATERIALIZED VIEW " + name + " AS " + query;
        leat.execute(sql);
        views.view(sql);
        cursors.put(name, (ChangeCursor) leat.execute("SUBSCRIBE TO " + name).cursor());
        seen.put(name, new Bag());
    }

    private void step(Leat leat, PlannedViews views, ModelTables tables, String statement, long seed) {
        statements.add(statement);
        leat.execute(statement);
        cursors.forEach((name, cursor) -> {
            while (cursor.available() > 0) {
                fold(seen.get(name), cursor.nextChanges(PATIENCE).orElseThrow());
            }
            if (!seen.get(name).isEmpty()) {
                shown.add(name);
            }
            assertEquals(
                    views.content(name, tables::read, tables.watermark()),
                    seen.get(name),
                    () -> name + ": " + QUERIES.get(Integer.parseInt(name.substring(1))) + "\nafter\n"
                            + String.join(";\n", statements) + "\nrepeat with -Dtest=EveryTickTest -Dleat.seed="
                            + seed);
        });
    }

    private static void fold(Bag rows, Changes changes) {
        for (Change change : changes.changes()) {
            rows.add(change.row().values(), change.weight());
        }
    }
}
