package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.ManualClock;
import io.leat.engine.fake.Ledger;
import io.leat.engine.fake.LedgerConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A view whose source has failed stands as far as it has come, and goes on from there when the database is opened again. */
class StoppedSourceTest {
    private static final LeatException BROKEN = LeatException.of(ErrorCode.CONNECTION, "the line is dead");
    private static final long NEVER = 1L << 40;
    private static final long OFTEN = 300;
    private static final LocalDateTime TEN = LocalDateTime.of(2026, 1, 1, 10, 0);

    private final Ledger ledger = new Ledger();
    private final ManualClock clock = new ManualClock(1_767_261_600_000L);

    private HandDriven open(FaultyStorage disk, Script script, long checkpointBytes) {
        Leat.Builder options = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .connector(new LedgerConnector(ledger))
                .clock(clock)
                .checkpointBytes(checkpointBytes)
                .shards(2);
        return HandDriven.open(options, disk.storage(), Runnable::run);
    }

    private static void execute(Leat leat, String sql) {
        leat.execute(sql).close();
    }

    @Test
    void itIsReadableWhileItStandsAndIsNotComputedAgain() {
        FaultyStorage disk = new FaultyStorage();
        String sums = "SELECT k, s FROM sums ORDER BY k";
        Script script = new Script().row("p0", 1).row("p0", 2);
        try (HandDriven engine = open(disk, script, OFTEN)) {
            Leat leat = engine.leat();
            execute(leat, "CREATE TABLE s (v INT) WITH ('connector' = 'scripted', 'script' = 's')");
            execute(leat, "CREATE TABLE t (k INT)");
            execute(
                    leat,
                    "CREATE MATERIALIZED VIEW sums AS SELECT t.k, SUM(s.v) AS s FROM s CROSS JOIN t GROUP BY t.k");
            execute(leat, "INSERT INTO t VALUES (1)");
            assertEquals(List.of(List.of(1, 3)), rows(leat, sums));
            script.failure("p0", BROKEN);
            engine.settle();
            for (int k = 2; k < 40; k++) {
                execute(leat, "INSERT INTO t VALUES (" + k + ")");
            }
            execute(leat, "DELETE FROM t WHERE k > 2");
            fails(ErrorCode.CONNECTION, () -> leat.execute(sums));
            execute(leat, "SET read.mode = 'latest'");
            assertEquals(List.of(List.of(1, 3), List.of(2, 3)), rows(leat, sums));
            assertEquals("failed", value(leat, "SELECT status FROM leat.views"));
            fails(ErrorCode.CONNECTION, () -> leat.execute("CREATE MATERIALIZED VIEW above AS SELECT k FROM sums"));
        }
        // What was read is another now: whoever reads it again is found out.
        Script later = new Script().row("p0", 100).row("p0", 200).failure("p0", BROKEN);
        for (int i = 0; i < 2; i++) {
            try (HandDriven engine = open(disk, later, OFTEN)) {
                engine.settle();
                execute(engine.leat(), "SET read.mode = 'latest'");
                assertEquals(List.of(List.of(1, 3), List.of(2, 3)), rows(engine.leat(), sums));
                assertEquals("failed", value(engine.leat(), "SELECT status FROM leat.views"));
            }
        }
        later.repair().row("p0", 5);
        try (HandDriven engine = open(disk, later, OFTEN)) {
            assertEquals(List.of(List.of(1, 8), List.of(2, 8)), rows(engine.leat(), sums));
            assertEquals("running", value(engine.leat(), "SELECT status FROM leat.views"));
        }
    }

    @Test
    void timeThatPassesWhileItStandsClosesNoWindow() {
        FaultyStorage disk = new FaultyStorage();
        Script script = new Script().row("fast", 1, TEN).row("slow", 2, TEN);
        FaultyStorage left;
        try (HandDriven engine = open(disk, script, NEVER)) {
            Leat leat = engine.leat();
            execute(
                    leat,
                    "CREATE TABLE s (v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts) WITH ('connector' = 'scripted',"
                            + " 'script' = 's', 'scan.watermark.idle-timeout' = '10 s')");
            execute(leat, "CREATE TABLE t (k INT)");
            execute(leat, "CREATE MATERIALIZED VIEW keys AS SELECT k FROM t");
            execute(leat, "CREATE TABLE out (s BIGINT) WITH ('connector' = 'ledger')");
            execute(
                    leat,
                    "CREATE JOB j AS INSERT INTO out SELECT CAST(SUM(v) AS BIGINT) FROM TABLE(TUMBLE(TABLE s,"
                            + " DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end EMIT FINAL");
            engine.settle();
            clock.advance(Duration.ofSeconds(8));
            script.row("fast", 4, TEN.plusHours(2));
            engine.settle();
            script.failure("fast", BROKEN);
            engine.settle();
            clock.advance(Duration.ofSeconds(4)); // now one partition has been silent for too long, and the other not
            for (int k = 0; k < 3; k++) {
                execute(leat, "INSERT INTO t VALUES (" + k + ")");
                engine.turn();
            }
            left = disk.afterCrash(CrashMode.CLEAN, 1);
            assertEquals(Map.of(), ledger.content());
        }
        script.repair().row("slow", 8, TEN.plusMinutes(30)).row("slow", 16, TEN.plusHours(3));
        try (HandDriven engine = open(left, script, NEVER)) {
            execute(engine.leat(), "FLUSH");
            engine.settle();
            execute(engine.leat(), "FLUSH");
            assertEquals(Map.of(List.of(11L), 1L), ledger.content());
        }
    }
}
