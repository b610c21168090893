package io.leat.engine;

import static io.leat.engine.Answers.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.fake.Ledger;
import io.leat.engine.fake.LedgerConnector;
import io.leat.executor.storage.FaultyStorage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A view gets a new definition under those who read it. */
class ReplaceTest {
    private static final List<String> DEFINITIONS = List.of(
            "SELECT a.k, a.v FROM a JOIN b ON a.k = b.k",
            "SELECT k, v FROM a",
            "SELECT k, v + 1 AS v FROM b UNION ALL SELECT k, v FROM a",
            "SELECT k, v FROM a WHERE v > 3");

    private final Ledger ledger = new Ledger();

    private Leat.Builder options() {
        return Leat.builder().connector(new LedgerConnector(ledger)).shards(2);
    }

    private static void define(Leat leat) {
        leat.execute("CREATE TABLE a (k INT, v INT)").close();
        leat.execute("CREATE TABLE b (k INT, v INT)").close();
        leat.execute("CREATE TABLE out (k INT, s BIGINT) WITH ('connector' = 'ledger')")
                .close();
        leat.execute("CREATE MATERIALIZED VIEW v AS " + DEFINITIONS.get(0)).close();
        leat.execute("CREATE MATERIALIZED VIEW sums AS SELECT k, SUM(v) AS s FROM v GROUP BY k")
                .close();
        leat.execute("CREATE MATERIALIZED VIEW joined AS SELECT v.k, v.v, b.v AS w FROM v JOIN b ON v.v = b.v")
                .close();
        leat.execute("CREATE JOB j AS INSERT INTO out SELECT k, s FROM sums").close();
    }

    private static void write(Leat leat, Random random) {
        String table = random.nextBoolean() ? "a" : "b";
        leat.execute("INSERT INTO " + table + " VALUES (" + random.nextInt(4) + ", " + random.nextInt(8) + ")")
                .close();
    }

    private void check(Leat leat, String definition) {
        assertEquals(
                rows(leat, "SELECT k, v FROM (" + definition + ") ORDER BY k, v"),
                rows(leat, "SELECT k, v FROM v ORDER BY k, v"));
        assertEquals(
                rows(leat, "SELECT k, SUM(v) AS s FROM v GROUP BY k ORDER BY k"),
                rows(leat, "SELECT k, s FROM sums ORDER BY k"));
        assertEquals(
                rows(leat, "SELECT v.k, v.v, b.v FROM v JOIN b ON v.v = b.v ORDER BY 1, 2, 3"),
                rows(leat, "SELECT k, v, w FROM joined ORDER BY 1, 2, 3"));
        Map<List<Object>, Long> content = new HashMap<>();
        rows(leat, "SELECT k, CAST(s AS BIGINT) FROM sums").forEach(row -> content.merge(row, 1L, Long::sum));
        leat.execute("FLUSH").close();
        assertEquals(content, ledger.content());
    }

    @Test
    void readersGoOnWithTheDifference() {
        Random random = new Random(7);
        try (HandDriven engine = HandDriven.open(options(), new FaultyStorage().storage(), Runnable::run)) {
            Leat leat = engine.leat();
            define(leat);
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < 5; i++) {
                    write(leat, random);
                }
                String definition = DEFINITIONS.get(random.nextInt(DEFINITIONS.size()));
                leat.execute("CREATE OR REPLACE MATERIALIZED VIEW v AS " + definition)
                        .close();
                engine.turn();
                check(leat, definition);
                write(leat, random);
                engine.turn();
                check(leat, definition);
            }
        }
    }

    @Test
    void whatWasReplacedIsThereWhenItIsOpenedAgain() {
        Random random = new Random(8);
        FaultyStorage disk = new FaultyStorage();
        for (int round = 0; round < 5; round++) {
            String definition = DEFINITIONS.get((round + 1) % DEFINITIONS.size());
            try (HandDriven engine = HandDriven.open(options(), disk.storage(), Runnable::run)) {
                if (round == 0) {
                    define(engine.leat());
                }
                write(engine.leat(), random);
                engine.leat()
                        .execute("CREATE OR REPLACE MATERIALIZED VIEW v AS " + definition)
                        .close();
            }
            try (HandDriven engine = HandDriven.open(options(), disk.storage(), Runnable::run)) {
                engine.turn();
                check(engine.leat(), definition);
                write(engine.leat(), random);
                engine.turn();
                check(engine.leat(), definition);
            }
        }
    }

    @Test
    void otherColumnsAreRefusedWithTheNamesOfTheReaders() {
        try (Leat leat = options().open()) {
            define(leat);
            LeatException failure = assertThrows(
                    LeatException.class,
                    () -> leat.execute("CREATE OR REPLACE MATERIALIZED VIEW v AS SELECT k, v, 1 AS n FROM a"));
            assertEquals(ErrorCode.DEPENDENT_OBJECTS, failure.code());
            assertEquals(
                    "materialized view \"v\" is needed by materialized view \"sums\","
                            + " materialized view \"joined\", job \"j\"",
                    failure.getMessage());
            assertEquals(
                    "it has columns (k INT, v INT); the new definition has (k INT, v INT, n INT NOT NULL)",
                    failure.detail().orElseThrow());
            LeatException circle = assertThrows(
                    LeatException.class,
                    () -> leat.execute(
                            "CREATE OR REPLACE MATERIALIZED VIEW v AS SELECT k, CAST(s AS INT) AS v FROM sums"));
            assertEquals(ErrorCode.INVALID_DEFINITION, circle.code());
        }
    }
}
