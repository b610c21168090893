package io.leat.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.ZSet;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.CircuitContext;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import io.leat.executor.oracle.Bag;
import io.leat.executor.shard.Shards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Joins of streams that compare times, with and without watermarks: the plan that forgets, given all rows, shows at every
 * tick what the plan without watermarks shows over the rows that were not late. Rows come out of order from several
 * partitions, some of which fall silent. What is remembered does not grow with the history.
 */
class BoundedJoinsTest {
    private static final String TIMED = ", WATERMARK FOR ts AS ts - INTERVAL '3' SECOND";
    private static final String COLUMNS = " (id BIGINT, k BIGINT, ends TIMESTAMP(3), ts TIMESTAMP(3)";
    private static final int HISTORIES = Integer.getInteger("leat.cases", 8);
    private static final int TICKS = 120;
    private static final int LONG_RUN_TICKS = 3_000;
    private static final int STATE_ROWS_MAX = 400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT l.id, r.id AS rid FROM l, r WHERE l.k = r.k AND r.ts BETWEEN l.ts AND l.ends",
                "SELECT l.id, r.id AS rid FROM l JOIN r ON l.k = r.k AND r.ts >= l.ts - INTERVAL '2' SECOND"
                        + " AND r.ts < l.ts + INTERVAL '4' SECOND",
                "SELECT l.id, r.id AS rid FROM l JOIN r ON l.ts = r.ts",
                "SELECT l.id, r.id AS rid FROM l LEFT JOIN r ON l.k = r.k AND r.ts BETWEEN l.ts AND l.ends",
                "SELECT l.id, r.id AS rid FROM l FULL JOIN r ON l.k = r.k AND r.ts BETWEEN l.ts AND l.ends",
                "SELECT id FROM l WHERE EXISTS (SELECT 1 FROM r WHERE l.k = r.k AND r.ts BETWEEN l.ts AND l.ends)",
                "SELECT l.id FROM l LEFT JOIN r ON l.k = r.k AND r.ts BETWEEN l.ts AND l.ends WHERE r.id IS NULL",
                "SELECT x.id, y.id AS yid FROM l x JOIN l y ON x.k = y.k AND x.ts BETWEEN y.ts AND y.ts + INTERVAL '3' SECOND",
                "SELECT l.k, COUNT(*) AS n FROM l, r WHERE l.k = r.k AND r.ts BETWEEN l.ts AND l.ends GROUP BY l.k"
            })
    void forgettingChangesNothing(String query) {
        long first = Long.getLong("leat.seed", 1);
        for (long seed = first; seed < first + HISTORIES; seed++) {
            run(query, seed, TICKS, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT l.id, r.id AS rid FROM l, r WHERE l.k = r.k AND r.ts BETWEEN l.ts AND l.ends",
                "SELECT l.id, r.id AS rid FROM l LEFT JOIN r ON l.k = r.k AND r.ts BETWEEN l.ts AND l.ends",
                "SELECT r.id, r.k FROM r JOIN (SELECT MAX(k) AS top, window_end AS e FROM TABLE(TUMBLE(TABLE r,"
                        + " DESCRIPTOR(ts), INTERVAL '10' SECOND)) GROUP BY window_start, window_end) m ON r.k = m.top"
                        + " WHERE r.ts BETWEEN m.e - INTERVAL '10' SECOND AND m.e"
            })
    void whatIsRememberedDoesNotGrow(String query) {
        long most = run(query, 1, LONG_RUN_TICKS, false);
        assertTrue(most < STATE_ROWS_MAX, () -> most + " rows remembered at once");
    }

    /** Runs a history and answers the most rows that were remembered after a tick. */
    private static long run(String query, long seed, int ticks, boolean compare) {
        PlannedViews bounded = views(TIMED, query);
        PlannedViews unbounded = views("", query);
        Random random = new Random(seed);
        Map<String, TimedPartitions> tables = new LinkedHashMap<>();
        List.of("l", "r").forEach(name -> tables.put(name, new TimedPartitions(random)));
        Circuit circuit = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, true, Shards.ONE));
        Map<String, InputNode> inputs = new LinkedHashMap<>();
        tables.keySet()
                .forEach(name -> inputs.put(name, circuit.addInput(name, TimedPartitions.SCHEMA_WITH_ARRIVAL, true)));
        Node root = circuit.add(bounded.plan("v"));
        Bag seen = new Bag();
        long most = 0;
        for (int tick = 0; tick < ticks; tick++) {
            boolean last = tick == ticks - 1;
            tables.forEach((name, table) -> {
                ZSet rows = table.next();
                inputs.get(name).offer(rows);
                inputs.get(name).advance(last ? Long.MAX_VALUE : table.watermark());
            });
            circuit.step(tick + 1, 0);
            most = Math.max(
                    most, circuit.nodes().stream().mapToLong(Node::stateRows).sum());
            if (compare) {
                seen.addAll(root.schema(), root.output());
                Bag expected = unbounded.content(
                        "v", scan -> tables.get(scan.relation()).onTime(scan), Long.MIN_VALUE);
                assertEquals(expected, seen, query + " at tick " + tick + ", -Dleat.cases=1 -Dleat.seed=" + seed);
            }
        }
        return most;
    }

    private static PlannedViews views(String watermark, String query) {
        PlannedViews views = new PlannedViews();
        List.of("l", "r").forEach(name -> views.stream("CREATE TABLE " + name + COLUMNS + watermark + ")"));
        views.view("CREATE MATERIALIZED VIEW v AS " + query);
        return views;
    }
}
