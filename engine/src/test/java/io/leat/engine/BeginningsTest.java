package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.ManualClock;
import io.leat.engine.fake.Recording;
import io.leat.engine.fake.RecordingConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How views and jobs begin, are replaced and begin again, when the disk does not do what it should. */
class BeginningsTest {
    private final ManualClock clock = new ManualClock(3_000);
    private final Script script = new Script();
    private final Recording recording = new Recording(SinkMode.CHANGELOG);

    private HandDriven open(FaultyStorage disk) {
        Leat.Builder options = Leat.builder()
                .clock(clock)
                .shards(1)
                .connector(new ScriptedConnector(Map.of("s", script)))
                .connector(new RecordingConnector(recording));
        return HandDriven.open(options, disk.storage(), Runnable::run);
    }

    private static void execute(HandDriven engine, String... statements) {
        for (String statement : statements) {
            engine.leat().execute(statement).close();
        }
    }

    @Test
    void aFullDiskLeavesTheViewThatWasToBeReplaced() {
        FaultyStorage disk = new FaultyStorage();
        try (HandDriven engine = open(disk)) {
            execute(engine, "CREATE TABLE t (v INT)", "CREATE MATERIALIZED VIEW w AS SELECT v FROM t");
            int room = 0;
            while (isRefused(engine, disk, room)) {
                execute(engine, "DELETE FROM t", "INSERT INTO t VALUES (" + room + ")");
                assertEquals(List.of(List.of(room)), rows(engine.leat(), "SELECT * FROM w"));
                room += 10;
            }
            assertTrue(room > 50);
            assertEquals(List.of(List.of(room - 9)), rows(engine.leat(), "SELECT * FROM w"));
        }
    }

    /** Whether there is too little room to replace the view. */
    private static boolean isRefused(HandDriven engine, FaultyStorage disk, int room) {
        disk.room(room);
        try {
            execute(engine, "CREATE OR REPLACE MATERIALIZED VIEW w AS SELECT v + 1 AS v FROM t");
            return false;
        } catch (LeatException e) {
            assertEquals(ErrorCode.DISK_FULL, e.code());
            return true;
        } finally {
            disk.room(Long.MAX_VALUE);
        }
    }

    @Test
    void aViewThatBeginsAgainGivesRowsTheTimeThatTheyHad() {
        FaultyStorage disk = new FaultyStorage();
        HandDriven engine = open(disk);
        execute(
                engine,
                "CREATE TABLE p (v INT, pt AS PROCTIME()) WITH ('connector'='scripted', 'script'='s')",
                "CREATE MATERIALIZED VIEW w AS SELECT v FROM p");
        script.row("p0", 1);
        engine.turn();
        execute(
                engine,
                "CREATE MATERIALIZED VIEW x AS SELECT window_start, COUNT(*) AS n FROM"
                        + " TABLE(TUMBLE(TABLE p, DESCRIPTOR(pt), INTERVAL '5' SECOND)) GROUP BY window_start, window_end");
        List<List<Object>> before = rows(engine.leat(), "SELECT * FROM x");
        clock.advance(Duration.ofMinutes(1));
        try (HandDriven again = open(disk.afterCrash(CrashMode.CLEAN, 0))) {
            assertEquals(before, rows(again.leat(), "SELECT * FROM x"));
        }
    }

    @Test
    void aSyncThatFailsWhileAJobWritesStopsTheEngine() {
        FaultyStorage disk = new FaultyStorage();
        HandDriven engine = open(disk);
        execute(
                engine,
                "CREATE TABLE p (v INT) WITH ('connector'='scripted', 'script'='s')",
                "CREATE TABLE sink (v INT) WITH ('connector'='recording')",
                "CREATE JOB j AS INSERT INTO sink SELECT v FROM p");
        script.row("p0", 1);
        disk.failSyncs(true);
        LeatException stopped = assertThrows(LeatException.class, () -> {
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofSeconds(2));
                engine.turn();
            }
        });
        assertEquals(ErrorCode.INPUT_OUTPUT, stopped.code());
        assertFalse(recording.events().contains("flush"));
        disk.failSyncs(false);
        assertThrows(LeatException.class, engine::turn);
    }
}
