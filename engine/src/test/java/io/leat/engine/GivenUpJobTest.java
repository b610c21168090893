package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.fake.Ledger;
import io.leat.engine.fake.LedgerConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.FaultyStorage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A job whose sink has failed keeps checkpoints from being taken, but not for ever. */
class GivenUpJobTest {
    private static final int CHECKPOINT_BYTES = 1_000;
    private static final Map<List<Object>, Long> BEFORE = Map.of(List.of(1), 1L);

    private final Ledger ledger = new Ledger();
    private final FaultyStorage disk = new FaultyStorage();

    private HandDriven open() {
        Leat.Builder options =
                Leat.builder().connector(new LedgerConnector(ledger)).checkpointBytes(CHECKPOINT_BYTES);
        return HandDriven.open(options, disk.storage(), Runnable::run);
    }

    /** Defines a job that has written a row, and whose sink fails with the next. */
    private void fail(HandDriven engine) {
        Leat leat = engine.leat();
        leat.execute("CREATE TABLE t (v INT); CREATE TABLE out (v INT) WITH ('connector' = 'ledger');"
                + "CREATE JOB j AS INSERT INTO out SELECT v FROM t; INSERT INTO t VALUES (1); FLUSH");
        ledger.beforeCommit(() -> {
            throw LeatException.of(ErrorCode.CONNECTION, "the sink is away");
        });
        insert(engine, 2);
        engine.turn();
        assertTrue(engine.failure("j").isPresent());
        ledger.beforeCommit(() -> {});
    }

    private static void insert(HandDriven engine, int value) {
        engine.leat().execute("INSERT INTO t VALUES (" + value + ")").close();
    }

    private long journalBytes() {
        return disk.paths().stream()
                .filter(path -> path.startsWith("journal/"))
                .mapToLong(disk::size)
                .sum();
    }

    @Test
    void aJobThatStandsForAWhileGoesOnWhenTheDatabaseIsOpenedAgain() {
        try (HandDriven engine = open()) {
            fail(engine);
            insert(engine, 3);
            assertEquals(BEFORE, ledger.content());
        }
        try (HandDriven engine = open()) {
            engine.turn();
            engine.leat().execute("FLUSH").close();
            assertEquals(Map.of(List.of(1), 1L, List.of(2), 1L, List.of(3), 1L), ledger.content());
        }
    }

    @Test
    void aJobThatStandsForLongIsGivenUpAndTheJournalStaysShort() {
        String reason = "the sink is away; what it lacks is not kept any more: STOP JOB, and create it again";
        try (HandDriven engine = open()) {
            fail(engine);
            for (int i = 3; i < 600; i++) {
                insert(engine, i);
                assertTrue(journalBytes() < 10 * CHECKPOINT_BYTES, () -> "journal of " + journalBytes());
            }
            assertEquals(List.of(List.of(reason)), rows(engine.leat(), "SELECT last_error FROM leat.jobs"));
        }
        for (int i = 0; i < 2; i++) {
            try (HandDriven engine = open()) {
                engine.turn();
                assertEquals(
                        List.of(List.of("failed", reason)),
                        rows(engine.leat(), "SELECT status, last_error FROM leat.jobs"));
                insert(engine, 1_000 + i);
                assertEquals(BEFORE, ledger.content());
            }
        }
        try (HandDriven engine = open()) {
            engine.leat().execute("STOP JOB j; CREATE JOB k AS INSERT INTO out SELECT v FROM t WHERE v > 999");
            engine.leat().execute("FLUSH").close();
        }
        assertEquals(Map.of(List.of(1), 1L, List.of(1_000), 1L, List.of(1_001), 1L), ledger.content());
    }

    @Test
    void aJobBehindAFailedSourceIsNotGivenUpAndGoesOn() {
        Script script = new Script().row("p0", 1).row("p0", 2);
        Leat.Builder options = Leat.builder()
                .connector(new LedgerConnector(ledger))
                .connector(new ScriptedConnector(Map.of("s", script)))
                .checkpointBytes(CHECKPOINT_BYTES);
        Map<List<Object>, Long> written = Map.of(List.of(2), 1L, List.of(4), 1L);
        try (HandDriven engine = HandDriven.open(options, disk.storage(), Runnable::run)) {
            Leat leat = engine.leat();
            leat.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s');"
                    + "CREATE MATERIALIZED VIEW m AS SELECT v * 2 AS v FROM s;"
                    + "CREATE TABLE out (v INT) WITH ('connector'='ledger'); CREATE TABLE t (v INT);"
                    + "CREATE JOB j AS INSERT INTO out SELECT v FROM m");
            while (!ledger.content().equals(written)) {
                engine.turn();
            }
            script.failure("p0", LeatException.of(ErrorCode.CONNECTION, "the line is dead"));
            while (engine.failure("j").isEmpty()) {
                engine.turn();
            }
            for (int i = 0; i < 600; i++) {
                insert(engine, i);
            }
            assertTrue(journalBytes() < 4 * CHECKPOINT_BYTES, () -> "journal of " + journalBytes());
        }
        for (int i = 0; i < 2; i++) {
            try (HandDriven engine = HandDriven.open(options, disk.storage(), Runnable::run)) {
                for (int turn = 0; turn < 5; turn++) {
                    engine.turn();
                }
                assertEquals(
                        List.of(List.of("failed", "the line is dead")),
                        rows(engine.leat(), "SELECT status, last_error FROM leat.jobs"));
                assertEquals(written, ledger.content());
            }
        }
        script.repair().row("p0", 3);
        try (HandDriven engine = HandDriven.open(options, disk.storage(), Runnable::run)) {
            engine.leat().execute("FLUSH").close();
            assertEquals(Map.of(List.of(2), 1L, List.of(4), 1L, List.of(6), 1L), ledger.content());
        }
    }

    @Test
    void onlyAJobThatHasStoodForLongIsGivenUp() {
        try (HandDriven engine = open()) {
            fail(engine);
            engine.leat().execute("CREATE JOB k AS INSERT INTO out SELECT v + 10000 AS v FROM t; FLUSH");
            for (int i = 3; engine.isBroken("j") && journalBytes() < 4 * CHECKPOINT_BYTES; i++) {
                insert(engine, i);
            }
            ledger.beforeCommit(() -> {
                throw LeatException.of(ErrorCode.CONNECTION, "the sink is away again");
            });
            insert(engine, 1_000);
            engine.turn();
            ledger.beforeCommit(() -> {});
            for (int i = 2_000; !givenUp(engine, "j"); i++) {
                insert(engine, i);
            }
            assertTrue(engine.failure("k").isPresent());
            assertFalse(givenUp(engine, "k"));
        }
        try (HandDriven engine = open()) {
            // No checkpoint was taken, since one of them held it back: so neither lacks anything for good.
            engine.leat().execute("FLUSH").close();
            assertEquals(
                    2 * rows(engine.leat(), "SELECT v FROM t").size(),
                    ledger.content().size());
            assertFalse(givenUp(engine, "j"));
        }
    }

    private static boolean givenUp(HandDriven engine, String job) {
        return engine.failure(job)
                .map(reason -> reason.getMessage().contains("what it lacks is not kept any more"))
                .orElse(false);
    }
}
