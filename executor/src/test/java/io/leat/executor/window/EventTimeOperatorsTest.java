package io.leat.executor.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.OperatorContract.TestTick;
import io.leat.executor.oracle.OperatorProbe;
import io.leat.executor.state.MemoryStateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the random contract does not show: counters, long sessions, and that state is freed. */
class EventTimeOperatorsTest {
    private static final Schema SCHEMA =
            Schema.of(new Field("k", DataType.BIGINT), new Field("t", DataType.TIMESTAMP_LTZ), Scan.ARRIVAL);
    private static final Scan SCAN = new Scan("s", List.of(0, 1), true, ChangeMode.UPDATING, SCHEMA);
    private static final long GAP = 10;

    private static OperatorProbe sessions() {
        Session plan = new Session(
                SCAN, 1, List.of(0), GAP, Optional.of(new Lateness(2, "s")), Optional.of(new Closing(4, 1)));
        return new OperatorProbe(plan, context -> new SessionOperator(plan, context));
    }

    private static List<Object> row(Long key, Long time, long arrival) {
        return Bag.row(key, time == null ? null : Instant.ofEpochMilli(time), arrival);
    }

    private static List<Object> session(Long key, long time, long start, long end) {
        return Bag.row(
                key,
                Instant.ofEpochMilli(time),
                0L,
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(end),
                Instant.ofEpochMilli(end - 1));
    }

    @Test
    void aRowInTheMiddleMergesSessionsAndItsRetractionSplitsThem() {
        OperatorProbe sessions = sessions();
        sessions.step(0, new Bag().add(row(1L, 10L, 0), 1).add(row(1L, 30L, 0), 1));

        Bag merged = sessions.step(0, new Bag().add(row(1L, 20L, 0), 1));
        Bag split = sessions.step(0, new Bag().add(row(1L, 20L, 0), -1));

        Bag expected = new Bag()
                .add(session(1L, 10, 10, 20), -1)
                .add(session(1L, 30, 30, 40), -1)
                .add(session(1L, 10, 10, 40), 1)
                .add(session(1L, 20, 10, 40), 1)
                .add(session(1L, 30, 10, 40), 1);
        assertEquals(expected, merged);
        assertEquals(new Bag().minus(expected), split);
    }

    @Test
    void lateRowsAreCountedAndChangesToFreedSessionsAreIgnored() {
        OperatorProbe sessions = sessions();
        sessions.step(25, new Bag().add(row(1L, 5L, 0), 1));

        Bag change = sessions.step(25, new Bag().add(row(1L, 20L, 29), 1).add(row(1L, 5L, 0), -1));

        assertTrue(change.isEmpty(), "changed " + change);
        assertEquals(1, sessions.lateRows());
        assertEquals(0, sessions.stateRows());
    }

    @Test
    void aRowThatComesAfterASessionClosedBeginsAnother() {
        OperatorProbe sessions = sessions();
        sessions.step(14, new Bag().add(row(1L, 5L, 0), 1));

        Bag beside = sessions.step(14, new Bag().add(row(1L, 12L, 14), 1));

        assertEquals(
                new Bag()
                        .add(
                                Bag.row(
                                        1L,
                                        Instant.ofEpochMilli(12),
                                        14L,
                                        Instant.ofEpochMilli(12),
                                        Instant.ofEpochMilli(22),
                                        Instant.ofEpochMilli(21)),
                                1),
                beside);
        assertEquals(0, sessions.lateRows());
    }

    @Test
    void equalRowsStandTogetherAndAreTakenBackOneByOne() {
        OperatorProbe sessions = sessions();
        Bag first = sessions.step(
                0, new Bag().add(row(1L, 10L, 0), 2).add(row(2L, 10L, 0), 1).add(row(1L, 12L, 0), 1));
        Bag again = sessions.step(0, new Bag().add(row(1L, 12L, 0), 3));
        Bag taken = sessions.step(0, new Bag().add(row(1L, 12L, 0), -4));

        assertEquals(
                new Bag()
                        .add(session(1L, 10, 10, 22), 2)
                        .add(session(1L, 12, 10, 22), 1)
                        .add(session(2L, 10, 10, 20), 1),
                first);
        assertEquals(new Bag().add(session(1L, 12, 10, 22), 3), again);
        assertEquals(
                new Bag()
                        .add(session(1L, 10, 10, 22), -2)
                        .add(session(1L, 12, 10, 22), -4)
                        .add(session(1L, 10, 10, 20), 2),
                taken);
        assertEquals(2, sessions.stateRows());
    }

    @Test
    void aSessionInOrderGrowsOverTicksAndIsFreedAtItsEnd() {
        OperatorProbe sessions = sessions();
        sessions.step(4, new Bag().add(row(1L, 5L, 0), 1));
        Bag grown = sessions.step(14, new Bag().add(row(1L, 14L, 4), 1).add(row(1L, 30L, 4), 1));
        sessions.step(22, new Bag());
        assertEquals(3, sessions.stateRows());
        sessions.step(23, new Bag());

        assertEquals(
                new Bag()
                        .add(session(1L, 5, 5, 15), -1)
                        .add(session(1L, 5, 5, 24), 1)
                        .add(Bag.row(1L, time(14), 4L, time(5), time(24), time(23)), 1)
                        .add(Bag.row(1L, time(30), 4L, time(30), time(40), time(39)), 1),
                grown);
        assertEquals(1, sessions.stateRows());
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    @Test
    void manyRowsOfOneSessionAreNotQuadraticWithinATick() {
        OperatorProbe sessions = sessions();
        int rows = 50_000;
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int part = 0; part < 2; part++) {
                Bag change = new Bag();
                for (long i = 0; i < rows; i++) {
                    change.add(row(1L, 2 * i + part + 1, 0), 1);
                }
                Bag output = sessions.step(0, change);
                assertEquals((part == 0 ? 1 : 3) * rows, output.rows().size());
            }
        });
        assertEquals(2 * rows, sessions.stateRows());
    }

    @Test
    void stateOfClosedSessionsIsFreed() {
        OperatorProbe sessions = sessions();
        for (long round = 1; round <= 50; round++) {
            Bag change = new Bag();
            for (long key = 0; key < 500; key++) {
                change.add(row(key + round * 250, round * 100, 0), 1);
            }
            sessions.step(round * 100 - 1, change);
            assertEquals(500, sessions.stateRows(), "in round " + round);
        }
        sessions.step(50 * 100 + GAP, new Bag());

        assertEquals(0, sessions.stateRows());
        assertTrue(sessions.stateBytes() < 32 << 10, "still " + sessions.stateBytes() + " bytes");
    }

    @Test
    void finalRowsLeaveOnceAndRowsWithoutATimeAtTheEnd() {
        EmitFinal plan = new EmitFinal(SCAN, new Closing(1, 0));
        OperatorProbe finals = new OperatorProbe(plan, context -> new EmitFinalOperator(plan, context));
        Bag ten = new Bag().add(row(1L, 10L, 0), 2);
        Bag without = new Bag().add(row(1L, null, 0), 1);

        assertTrue(finals.step(9, new Bag().addAll(ten).addAll(without)).isEmpty());
        assertEquals(ten, finals.step(10, new Bag()));
        assertTrue(finals.step(20, ten).isEmpty());
        assertEquals(without, finals.step(Long.MAX_VALUE, new Bag()));
        assertTrue(finals.step(Long.MAX_VALUE, without).isEmpty());
        assertEquals(0, finals.stateRows());
    }

    @Test
    void changesToFinalRowsAreCounted() {
        EmitFinal plan = new EmitFinal(SCAN, new Closing(1, 0));
        EmitFinalOperator operator = new EmitFinalOperator(
                plan,
                new OperatorContext("final", new MemoryStateStore(), ExpressionErrors.FAIL, (table, rows) -> {}, 10));
        Bag row = new Bag().add(row(1L, 10L, 0), 1);

        operator.step(new TestTick(1, 10), List.of(row.toZSet(SCHEMA, 10)));
        operator.step(new TestTick(2, 10), List.of(row.toZSet(SCHEMA, 10)));

        assertEquals(1, operator.droppedChanges());
    }
}
