package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records that could not be read and rows that came too late are kept once each, whenever the process ends. */
class DivertedRowsCrashTest {
    private static final int CHECKPOINT_BYTES = 700;
    private static final int ROWS = 120;

    private static final List<String> SCRIPT = List.of(
            "CREATE TABLE IF NOT EXISTS bids (item INT, price BIGINT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)"
                    + " WITH ('connector' = 'scripted', 'script' = 'bids', 'errors.policy' = 'divert',"
                    + " 'late.policy' = 'divert')",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS windows AS SELECT window_end, MAX(price) AS top"
                    + " FROM TABLE(TUMBLE(TABLE bids, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY window_start, window_end",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS faults AS SELECT source_partition, COUNT(*) AS n FROM bids$errors"
                    + " GROUP BY source_partition",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS late_items AS SELECT item, COUNT(*) AS n FROM bids$late GROUP BY item");
    private static final List<String> QUERIES = List.of(
            "SELECT source_partition, source_offset, raw, message FROM bids$errors",
            "SELECT * FROM bids$late",
            "SELECT * FROM windows",
            "SELECT * FROM faults",
            "SELECT * FROM late_items");

    private static Script bids() {
        Script script = new Script().partitions("a", "b").rowsPerPoll(3);
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 10, 0);
        for (int i = 0; i < ROWS; i++) {
            String partition = i % 3 == 0 ? "a" : "b";
            if (i % 10 == 7) {
                script.bad(partition, "broken " + i);
            } else {
                long late = i % 8 == 5 ? 9_000 : 0;
                script.row(partition, i % 4, (long) i * i % 37, start.plusNanos((i * 200L - late) * 1_000_000L));
            }
        }
        return script;
    }

    private static HandDriven open(FaultyStorage disk) {
        Leat.Builder options = Leat.builder()
                .connector(new ScriptedConnector(Map.of("bids", bids())))
                .checkpointBytes(CHECKPOINT_BYTES);
        return HandDriven.open(options, disk.storage(), Runnable::run);
    }

    private static List<String> answers(HandDriven engine) {
        List<String> answers = new ArrayList<>();
        for (String query : QUERIES) {
            rows(engine.leat(), query).stream()
                    .map(row -> query + ": "
                            + row.stream().map(DivertedRowsCrashTest::text).toList())
                    .sorted()
                    .forEach(answers::add);
        }
        return answers;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "" + value;
    }

    private record Crash(FaultyStorage disk, String where) {}

    private static List<String> run(FaultyStorage disk) {
        try (HandDriven engine = open(disk)) {
            for (String statement : SCRIPT) {
                engine.leat().execute(statement).close();
            }
            engine.settle();
            return answers(engine);
        }
    }

    @Test
    void theyAreKeptOnceEach() {
        for (CrashMode mode : List.of(CrashMode.CLEAN, CrashMode.LOST)) {
            FaultyStorage disk = new FaultyStorage();
            List<Crash> crashes = new ArrayList<>();
            disk.beforeEachStep(
                    () -> crashes.add(new Crash(disk.afterCrash(mode, disk.steps()), mode + " at " + disk.steps())));
            List<String> expected = run(disk);
            assertTrue(expected.size() > 30, expected::toString);
            assertEquals(expected.size(), new HashSet<>(expected).size(), expected::toString);
            assertFalse(crashes.isEmpty());
            for (Crash crash : crashes) {
                assertEquals(expected, run(crash.disk()), crash::where);
            }
        }
    }

    @Test
    void aTableThatIsMadeAgainHasNoneOfTheOldOnes() {
        for (boolean openedInBetween : List.of(false, true)) {
            FaultyStorage disk = new FaultyStorage();
            assertFalse(run(disk).isEmpty());
            HandDriven engine = open(disk);
            engine.leat().execute("DROP TABLE bids CASCADE").close();
            if (openedInBetween) {
                disk = disk.afterCrash(CrashMode.LOST, 1);
                engine = open(disk);
            }
            engine.leat().execute(SCRIPT.get(0)).close();
            try (HandDriven again = open(disk.afterCrash(CrashMode.LOST, 2))) {
                assertEquals(List.of(), rows(again.leat(), "SELECT * FROM bids$errors"));
                assertEquals(List.of(), rows(again.leat(), "SELECT * FROM bids$late"));
            }
        }
    }
}
