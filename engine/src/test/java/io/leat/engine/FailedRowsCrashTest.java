package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.fake.Ledger;
import io.leat.engine.fake.LedgerConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rows that views and jobs cannot compute are there as often as they fail, whenever the process ends. */
class FailedRowsCrashTest {
    private static final int CHECKPOINT_BYTES = 700;
    private static final int ROWS = 60;

    private static final List<String> SCRIPT = List.of(
            "CREATE TABLE IF NOT EXISTS bids (item INT, price INT) WITH ('connector' = 'scripted', 'script' = 'bids')",
            "CREATE TABLE IF NOT EXISTS dead (row_text STRING, message STRING) WITH ('connector' = 'ledger')",
            "CREATE TABLE IF NOT EXISTS quotients (q INT) WITH ('connector' = 'ledger')",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS ratio AS SELECT item, 100 / price AS r FROM bids",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS sums AS SELECT item, SUM(CAST(price * item AS TINYINT)) AS s FROM bids"
                    + " GROUP BY item",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS faults AS SELECT message, COUNT(*) AS n FROM ratio$errors"
                    + " GROUP BY message",
            "CREATE MATERIALIZED VIEW IF NOT EXISTS overflown AS SELECT input_row, COUNT(*) AS n FROM sums$errors"
                    + " GROUP BY input_row",
            "CREATE JOB IF NOT EXISTS letters AS INSERT INTO dead SELECT input_row, message FROM ratio$errors",
            "CREATE JOB IF NOT EXISTS divide AS INSERT INTO quotients SELECT 7 / (price - 4) FROM bids");
    private static final List<String> QUERIES = List.of(
            "SELECT * FROM ratio",
            "SELECT * FROM ratio$errors",
            "SELECT source_partition, source_offset FROM ratio$errors",
            "SELECT * FROM sums",
            "SELECT * FROM sums$errors",
            "SELECT * FROM faults",
            "SELECT * FROM overflown",
            "SELECT * FROM divide$errors");

    private static Script bids() {
        Script script = new Script().partitions("a", "b").rowsPerPoll(3);
        for (int i = 0; i < ROWS; i++) {
            script.row(i % 3 == 0 ? "a" : "b", i % 4, i * i % 13);
        }
        return script;
    }

    /** Where the prices lie that nothing can be divided by. */
    private static List<String> places() {
        List<String> places = new ArrayList<>();
        int[] offsets = {0, 0};
        for (int i = 0; i < ROWS; i++) {
            int offset = offsets[i % 3 == 0 ? 0 : 1]++;
            if (i * i % 13 == 0) {
                places.add("[" + (i % 3 == 0 ? "a" : "b") + ", " + offset + "]");
            }
        }
        return places.stream().sorted().toList();
    }

    private static List<String> told(List<String> answers, String query) {
        return answers.stream()
                .filter(answer -> answer.startsWith(query + ": "))
                .map(answer -> answer.substring(query.length() + 2))
                .toList();
    }

    private static HandDriven open(FaultyStorage disk, Ledger ledger) {
        Leat.Builder options = Leat.builder()
                .connector(new ScriptedConnector(Map.of("bids", bids())))
                .connector(new LedgerConnector(ledger))
                .checkpointBytes(CHECKPOINT_BYTES);
        return HandDriven.open(options, disk.storage(), Runnable::run);
    }

    private static List<String> answers(HandDriven engine, Ledger ledger) {
        List<String> answers = new ArrayList<>();
        for (String query : QUERIES) {
            rows(engine.leat(), query).stream()
                    .map(row -> query + ": " + row)
                    .sorted()
                    .forEach(answers::add);
        }
        ledger.content().entrySet().stream()
                .map(entry -> "ledger: " + entry)
                .sorted()
                .forEach(answers::add);
        return answers;
    }

    private record Crash(FaultyStorage disk, Ledger ledger, String where) {}

    private static List<String> run(FaultyStorage disk, Ledger ledger) {
        try (HandDriven engine = open(disk, ledger)) {
            for (String statement : SCRIPT) {
                engine.leat().execute(statement).close();
            }
            engine.settle();
            return answers(engine, ledger);
        }
    }

    @Test
    void theyAreThereAsOftenAsTheyFail() {
        for (CrashMode mode : List.of(CrashMode.CLEAN, CrashMode.LOST)) {
            FaultyStorage disk = new FaultyStorage();
            Ledger ledger = new Ledger();
            List<Crash> crashes = new ArrayList<>();
            disk.beforeEachStep(() -> crashes.add(
                    new Crash(disk.afterCrash(mode, disk.steps()), ledger.copy(), mode + " at " + disk.steps())));
            List<String> expected = run(disk, ledger);
            for (String query : QUERIES) {
                assertTrue(expected.stream().anyMatch(answer -> answer.startsWith(query + ":")), query);
            }
            assertEquals(places(), told(expected, "SELECT source_partition, source_offset FROM ratio$errors"));
            assertFalse(crashes.isEmpty());
            for (Crash crash : crashes) {
                assertEquals(expected, run(crash.disk(), crash.ledger()), crash::where);
            }
        }
    }
}
