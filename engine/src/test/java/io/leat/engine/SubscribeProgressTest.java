package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.executor.storage.FaultyStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SUBSCRIBE with progress: a row says that a tick is over, whether or not it changed anything. */
class SubscribeProgressTest {
    private HandDriven engine;
    private Leat leat;

    @BeforeEach
    void open() {
        engine = HandDriven.open(Leat.builder(), new FaultyStorage().storage(), Runnable::run);
        leat = engine.leat();
        leat.execute("CREATE TABLE t (k INT NOT NULL);"
                        + "CREATE MATERIALIZED VIEW small AS SELECT k FROM t WHERE k < 10;"
                        + "INSERT INTO t VALUES (1)")
                .close();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static List<List<Object>> taken(Result result) {
        List<List<Object>> rows = new ArrayList<>();
        while (result.cursor().available() > 0) {
            rows.add(result.cursor().next(Duration.ofSeconds(1)).orElseThrow().values());
        }
        return rows;
    }

    private static List<Object> change(long tick, long weight, Object value) {
        return Arrays.asList(tick, weight, false, value);
    }

    private static List<Object> over(long tick) {
        return Arrays.asList(tick, null, true, null);
    }

    private void insert(int value) {
        leat.execute("INSERT INTO t VALUES (" + value + ")").close();
    }

    @Test
    void eachTickOfAViewIsTold() {
        try (Result result = leat.execute("SUBSCRIBE TO small WITH ('progress' = 'true')")) {
            long tick = engine.tick();
            assertEquals(
                    List.of("leat_tick", "leat_weight", "leat_progressed", "k"),
                    result.schema().names());
            assertTrue(result.schema().type(3).nullable());
            assertEquals(List.of(change(tick, 1, 1), over(tick)), taken(result));
            insert(2);
            assertEquals(List.of(change(tick + 1, 1, 2), over(tick + 1)), taken(result));
            insert(100);
            assertEquals(List.of(over(tick + 2)), taken(result));
            assertEquals(List.of(), taken(result));
        }
    }

    @Test
    void ofTicksWithoutAChangeTheLastIsTold() {
        try (Result result = leat.execute("SUBSCRIBE TO small WITH ('snapshot' = 'false', 'progress' = 'true')")) {
            long tick = engine.tick();
            insert(100);
            insert(101);
            insert(3);
            insert(102);
            insert(103);
            assertEquals(
                    List.of(over(tick + 2), change(tick + 3, 1, 3), over(tick + 3), over(tick + 5)), taken(result));
        }
    }

    @Test
    void aQueryTellsTooAndBeginsWithWhereItIs() {
        try (Result result = leat.execute(
                "SUBSCRIBE TO (SELECT k FROM t WHERE k < 10) WITH ('snapshot' = 'false', 'progress' = 'true')")) {
            long tick = engine.tick();
            assertEquals(List.of(over(tick)), taken(result));
            insert(4);
            List<List<Object>> rows = taken(result);
            assertEquals(change(engine.tick(), 1, 4), rows.get(rows.size() - 2));
            assertEquals(over(engine.tick()), rows.get(rows.size() - 1));
        }
    }

    @Test
    void nobodyIsToldWhoDoesNotAsk() {
        try (Result result = leat.execute("SUBSCRIBE TO small WITH ('snapshot' = 'false')")) {
            insert(100);
            assertEquals(List.of(), taken(result));
            assertEquals(
                    List.of("leat_tick", "leat_weight", "k"), result.schema().names());
        }
    }
}
