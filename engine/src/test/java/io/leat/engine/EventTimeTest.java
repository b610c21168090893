package io.leat.engine;

import static io.leat.engine.Answers.eventually;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.time.ManualClock;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Watermarks and late rows depend on the rows and on nothing else, but for partitions that have fallen silent. */
class EventTimeTest {
    private static final LocalDateTime TEN = LocalDateTime.of(2026, 1, 1, 10, 0);
    private static final String HOURLY = "SELECT window_start, SUM(v) AS v FROM "
            + "TABLE(TUMBLE(TABLE e, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end";

    private final ManualClock clock = new ManualClock(0);
    private final Script script = new Script().partitions("fast", "slow");
    private final Leat leat = Leat.builder()
            .clock(clock)
            .connector(new ScriptedConnector(Map.of("e", script)))
            .open();

    @AfterEach
    void close() {
        leat.close();
    }

    private void table(String options) {
        leat.execute("CREATE TABLE e (v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)"
                + " WITH ('connector'='scripted', 'script'='e'" + options + ")");
        leat.execute("CREATE MATERIALIZED VIEW open1 AS " + HOURLY);
        leat.execute("CREATE MATERIALIZED VIEW closed AS " + HOURLY + " EMIT FINAL");
    }

    @Test
    void theSlowestPartitionHoldsTheWatermark() {
        table("");
        script.row("fast", 1, TEN).row("fast", 2, TEN.plusMinutes(270));
        assertEquals(List.of(), rows(leat, "SELECT * FROM closed"));
        script.row("slow", 4, TEN.plusMinutes(30)).row("slow", 8, TEN.plusHours(1));
        assertEquals(List.of(List.of(TEN, 5)), rows(leat, "SELECT * FROM closed"));
        assertEquals(
                List.of(List.of("fast", TEN.plusHours(1), 0L), List.of("slow", TEN.plusHours(1), 0L)),
                rows(leat, "SELECT \"partition\", watermark, late FROM leat.sources ORDER BY 1"));
        // What is late is so in its own partition only, however far the other one is.
        script.row("slow", 16, TEN.plusHours(1))
                .row("fast", 32, TEN.plusHours(4))
                .row("slow", 64, TEN);
        assertEquals(1L, flushed());
        assertEquals(
                List.of(List.of(TEN, 5), List.of(TEN.plusHours(1), 24), List.of(TEN.plusHours(4), 34)),
                rows(leat, "SELECT * FROM open1 ORDER BY 1"));
    }

    private Object flushed() {
        leat.execute("FLUSH");
        return value(leat, "SELECT MAX(late) FROM leat.sources");
    }

    @Test
    void lateRowsAreCountedOnceHoweverManyViewsDropThem() {
        table("");
        script.row("fast", 1, TEN.plusHours(2)).row("fast", 2, TEN).row("slow", 3, TEN.plusHours(2));
        assertEquals(1L, flushed());
        leat.execute("CREATE MATERIALIZED VIEW again AS SELECT v FROM open1");
        leat.execute("CREATE MATERIALIZED VIEW other AS SELECT window_start, COUNT(*) AS n FROM "
                + "TABLE(TUMBLE(TABLE e, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end");
        assertEquals(1L, flushed());
        assertEquals(List.of(List.of(TEN.plusHours(2), 2L)), rows(leat, "SELECT * FROM other"));
    }

    @Test
    void underPolicyUpdateNoRowIsLate() {
        leat.execute("CREATE TABLE e (v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)"
                + " WITH ('connector'='scripted', 'script'='e', 'late.policy'='update')");
        leat.execute("CREATE MATERIALIZED VIEW open1 AS " + HOURLY);
        script.row("fast", 1, TEN.plusHours(2)).row("slow", 3, TEN.plusHours(2)).row("fast", 2, TEN);
        assertEquals(
                List.of(List.of(TEN, 2), List.of(TEN.plusHours(2), 4)), rows(leat, "SELECT * FROM open1 ORDER BY 1"));
        assertEquals(0L, flushed());
    }

    @Test
    void aSilentPartitionNoLongerHoldsTheWatermarkBack() {
        table(", 'scan.watermark.idle-timeout'='10 s'");
        script.row("fast", 1, TEN).row("fast", 2, TEN.plusHours(2));
        assertEquals(List.of(), rows(leat, "SELECT * FROM closed"));
        clock.advance(Duration.ofSeconds(5));
        script.row("fast", 4, TEN.plusHours(3));
        leat.execute("FLUSH");
        clock.advance(Duration.ofSeconds(6));
        eventually(() -> rows(leat, "SELECT * FROM closed").size() == 2);
        // It wakes up where the table is: what it brings from before is late.
        script.row("slow", 8, TEN).row("slow", 16, TEN.plusHours(3));
        assertEquals(1L, flushed());
        assertEquals(
                List.of(List.of(TEN, 1), List.of(TEN.plusHours(2), 2)), rows(leat, "SELECT * FROM closed ORDER BY 1"));
        assertEquals(20, value(leat, "SELECT v FROM open1 WHERE window_start = TIMESTAMP '2026-01-01 13:00:00'"));
    }

    @Test
    void aTableByHandHasTheWatermarkOfItsRowsAndOfWhoMovesIt() {
        leat.execute("CREATE TABLE e (v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)");
        leat.execute("CREATE MATERIALIZED VIEW closed AS " + HOURLY + " EMIT FINAL");
        leat.execute("INSERT INTO e VALUES (1, TIMESTAMP '2026-01-01 10:00:00'), (2, TIMESTAMP '2026-01-01 10:30:00')");
        assertEquals(List.of(), rows(leat, "SELECT * FROM closed"));
        leat.execute("ALTER TABLE e ADVANCE WATERMARK TO TIMESTAMP '2026-01-01 11:00:00'");
        assertEquals(List.of(List.of(TEN, 3)), rows(leat, "SELECT * FROM closed"));
        leat.execute("INSERT INTO e VALUES (4, TIMESTAMP '2026-01-01 10:59:00'), (8, TIMESTAMP '2026-01-01 12:00:00')");
        leat.execute("ALTER TABLE e ADVANCE WATERMARK TO END");
        assertEquals(
                List.of(List.of(TEN, 3), List.of(TEN.plusHours(2), 8)), rows(leat, "SELECT * FROM closed ORDER BY 1"));
    }
}
