package io.leat.engine;

import static io.leat.engine.Answers.eventually;
import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.time.ManualClock;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PROCTIME() is the time of the tick; windows over it close by the clock; lookup joins find a complete right side. */
class ProcessingTimeTest {
    private static final String COUNTS = "SELECT bidder, COUNT(*) AS n, window_start FROM "
            + "TABLE(TUMBLE(TABLE bid, DESCRIPTOR(p_time), INTERVAL '10' SECOND))"
            + " GROUP BY bidder, window_start, window_end";

    private final ManualClock clock = new ManualClock(3_000);
    private final Script bids = new Script();
    private final Script side = new Script();
    private final Leat leat = Leat.builder()
            .clock(clock)
            .connector(new ScriptedConnector(Map.of("bid", bids, "side", side)))
            .open();

    @AfterEach
    void close() {
        leat.close();
    }

    private void tables() {
        leat.execute(
                "CREATE TABLE bid (bidder INT, p_time AS PROCTIME()) WITH ('connector'='scripted', 'script'='bid')");
        leat.execute("CREATE TABLE side (k INT, name STRING) WITH ('connector'='scripted', 'script'='side')");
    }

    private static Instant second(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void windowsOfProcessingTimeCloseByTheClock() {
        tables();
        leat.execute("CREATE MATERIALIZED VIEW early AS " + COUNTS);
        leat.execute("CREATE MATERIALIZED VIEW closed AS " + COUNTS + " EMIT FINAL");
        bids.row("p", 1).row("p", 1).row("p", 2);
        assertEquals(
                List.of(List.of(1, 2L, second(0)), List.of(2, 1L, second(0))),
                rows(leat, "SELECT * FROM early ORDER BY 1"));
        assertEquals(List.of(), rows(leat, "SELECT * FROM closed"));
        clock.advance(Duration.ofSeconds(9));
        bids.row("p", 1);
        assertEquals(
                List.of(List.of(1, 2L, second(0)), List.of(1, 1L, second(10)), List.of(2, 1L, second(0))),
                rows(leat, "SELECT * FROM early ORDER BY 1, 3"));
        assertEquals(
                List.of(List.of(1, 2L, second(0)), List.of(2, 1L, second(0))),
                rows(leat, "SELECT * FROM closed ORDER BY 1"));
        clock.advance(Duration.ofSeconds(20));
        eventually(() -> rows(leat, "SELECT * FROM closed").size() == 3);
    }

    @Test
    void aClockThatGoesBackMovesNoRowIntoAClosedWindow() {
        tables();
        leat.execute("CREATE MATERIALIZED VIEW early AS " + COUNTS);
        clock.advance(Duration.ofSeconds(17));
        bids.row("p", 1);
        assertEquals(List.of(List.of(1, 1L, second(20))), rows(leat, "SELECT * FROM early"));
        clock.advance(Duration.ofSeconds(-15));
        bids.row("p", 1);
        assertEquals(List.of(List.of(1, 2L, second(20))), rows(leat, "SELECT * FROM early"));
    }

    @Test
    void inAFiniteQueryItIsTheTimeOfTheStatement() {
        tables();
        bids.row("p", 1);
        assertEquals(List.of(List.of(1, second(3), second(3))), rows(leat, "SELECT *, PROCTIME() AS now FROM bid"));
    }

    @Test
    void aLookupJoinBeginsWhenItsRightSideHasBeenRead() {
        tables();
        side.rowsPerPoll(1);
        for (int i = 0; i < 50; i++) {
            side.row("p", i, "n" + i);
            bids.row("p", i);
        }
        leat.execute("CREATE VIEW b AS SELECT bidder, PROCTIME() AS now FROM bid");
        leat.execute("CREATE MATERIALIZED VIEW first AS SELECT b.bidder, s.name FROM b"
                + " JOIN side FOR SYSTEM_TIME AS OF b.now AS s ON b.bidder = s.k");
        assertEquals(50, rows(leat, "SELECT * FROM first").size());
        leat.execute("CREATE MATERIALIZED VIEW later AS SELECT b.bidder, s.name FROM b"
                + " JOIN side FOR SYSTEM_TIME AS OF b.now AS s ON b.bidder = s.k");
        assertEquals(50, rows(leat, "SELECT * FROM later").size());
    }
}
