package io.leat.tests.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Change;
import io.leat.engine.ChangeCursor;
import io.leat.engine.Changes;
import io.leat.engine.Leat;
import io.leat.engine.Row;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workload of "Internal consistency in streaming systems": every version that a subscriber sees is right. */
class InternalConsistencyTest {
    private static final long MANY = 1_000_000;
    private static final long FEWER = 200_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TransferConnector transfers = new TransferConnector();
    private Leat leat;

    @BeforeEach
    void open() {
        leat = Leat.builder().connector(transfers).open();
    }

    @AfterEach
    void close() {
        leat.close();
    }

    private void transactions(long rows, int portion) {
        leat.execute("CREATE TABLE transactions (id BIGINT, from_account INT, to_account INT, amount DOUBLE, "
                + "ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) "
                + "WITH ('connector' = 'transfers', 'rows' = '" + rows + "', 'portion' = '" + portion + "')");
    }

    private void balances(String join) {
        leat.execute("CREATE MATERIALIZED VIEW credits AS "
                + "SELECT to_account AS account, SUM(amount) AS credits FROM transactions GROUP BY to_account");
        leat.execute("CREATE MATERIALIZED VIEW debits AS "
                + "SELECT from_account AS account, SUM(amount) AS debits FROM transactions GROUP BY from_account");
        leat.execute("CREATE MATERIALIZED VIEW balance AS " + join);
        leat.execute("CREATE MATERIALIZED VIEW total AS SELECT SUM(balance) AS total FROM balance");
    }

    private ChangeCursor follow(String view) {
        return (ChangeCursor) leat.execute("SUBSCRIBE TO " + view).cursor();
    }

    @Test
    void noMoneyIsMadeOrLostAtAnyTick() {
        transactions(MANY, 200);
        balances("SELECT COALESCE(c.account, d.account) AS account, "
                + "COALESCE(credits, 0) - COALESCE(debits, 0) AS balance "
                + "FROM credits c FULL JOIN debits d ON c.account = d.account");
        leat.execute("CREATE MATERIALIZED VIEW progress AS SELECT COUNT(*) AS n FROM transactions");
        try (ChangeCursor progress = follow("progress");
                ChangeCursor balance = follow("balance");
                ChangeCursor total = follow("total")) {
            transfers.begin();
            long ticks = 0;
            long seen = 0;
            while (seen < MANY) {
                seen = (Long)
                        newest(progress.nextChanges(PATIENCE).orElseThrow()).get(0);
                ticks++;
                everyTotalIsZeroOrNull(total);
                everyVersionSumsUpToZero(balance);
            }
            assertTrue(ticks > MANY / 200, "only " + ticks + " ticks");
        }
        assertEquals(0.0, leat.query("SELECT total FROM total").rows().get(0).get(0));
    }

    private static void everyTotalIsZeroOrNull(ChangeCursor total) {
        while (total.available() > 0) {
            for (Change change : total.nextChanges(PATIENCE).orElseThrow().changes()) {
                Object sum = change.row().get(0);
                assertTrue(sum == null || sum.equals(0.0), () -> "a version of the total is " + sum);
            }
        }
    }

    /** A change takes from one account what it gives to another, so the changes of a tick sum up to zero too. */
    private static void everyVersionSumsUpToZero(ChangeCursor balance) {
        while (balance.available() > 0) {
            Changes changes = balance.nextChanges(PATIENCE).orElseThrow();
            double sum = changes.changes().stream()
                    .mapToDouble(
                            change -> change.weight() * (Double) change.row().get("balance"))
                    .sum();
            assertEquals(0.0, sum, () -> "tick " + changes.tick());
        }
    }

    private static Row newest(Changes changes) {
        return changes.changes().get(changes.changes().size() - 1).row();
    }

    @Test
    void anOuterJoinWithItselfNeverMissesItsPartner() {
        transactions(FEWER, 500);
        leat.execute("CREATE MATERIALIZED VIEW without_time AS SELECT t1.id, t2.id AS other_id "
                + "FROM (SELECT id FROM transactions) t1 LEFT JOIN (SELECT id FROM transactions) t2 ON t1.id = t2.id");
        neverNull("without_time");
    }

    @Test
    void anOuterJoinWithItselfOnTimeNeverMissesItsPartner() {
        transactions(FEWER, 500);
        leat.execute("CREATE MATERIALIZED VIEW with_time AS SELECT t1.id, t2.id AS other_id "
                + "FROM transactions t1 LEFT JOIN transactions t2 ON t1.id = t2.id AND t1.ts = t2.ts");
        neverNull("with_time");
    }

    private void neverNull(String view) {
        long rows = 0;
        try (ChangeCursor cursor = follow(view)) {
            transfers.begin();
            while (rows < FEWER) {
                Optional<Changes> changes = cursor.nextChanges(PATIENCE);
                for (Change change : changes.orElseThrow().changes()) {
                    assertNotNull(change.row().get(1), () -> "no partner: " + change);
                    rows += change.weight();
                }
            }
        }
        assertEquals(FEWER, rows);
    }

    @Test
    void theInnerFormIsZeroOnceEveryAccountHasBothSides() {
        transactions(FEWER, 100);
        balances("SELECT c.account, credits - debits AS balance FROM credits c, debits d WHERE c.account = d.account");
        leat.execute("CREATE MATERIALIZED VIEW checked AS "
                + "SELECT COUNT(*) AS accounts, SUM(balance) AS total FROM balance");
        leat.execute("CREATE MATERIALIZED VIEW progress AS SELECT COUNT(*) AS n FROM transactions");
        try (ChangeCursor progress = follow("progress");
                ChangeCursor checked = follow("checked")) {
            transfers.begin();
            while ((Long) newest(progress.nextChanges(PATIENCE).orElseThrow()).get(0) < FEWER) {
                while (checked.available() > 0) {
                    Row row = newest(checked.nextChanges(PATIENCE).orElseThrow());
                    assertTrue((Long) row.get(0) < 10 || row.get(1).equals(0.0), () -> "a version is " + row);
                }
            }
        }
    }
}
