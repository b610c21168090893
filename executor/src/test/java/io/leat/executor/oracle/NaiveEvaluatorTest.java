package io.leat.executor.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Join;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Window;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The oracle itself against results written by hand. */
class NaiveEvaluatorTest {
    private static final Schema SCHEMA =
            Schema.of(new Field("k", DataType.BIGINT), new Field("t", DataType.TIMESTAMP_LTZ), Scan.ARRIVAL);
    private static final Scan LEFT = new Scan("l", List.of(0, 1), true, ChangeMode.UPDATING, SCHEMA);
    private static final Scan RIGHT = new Scan("r", List.of(0, 1), true, ChangeMode.UPDATING, SCHEMA);
    private static final Optional<Lateness> LATENESS = Optional.of(new Lateness(2, "l"));

    private final Bag left = new Bag();
    private final Bag right = new Bag();
    private long watermark = Long.MIN_VALUE;

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static List<Object> row(Long key, Long time, long arrival) {
        return Bag.row(key, time == null ? null : at(time), arrival);
    }

    private Bag evaluate(Plan plan) {
        return new NaiveEvaluator(scan -> scan == LEFT ? left : right, watermark).evaluate(plan);
    }

    @Test
    void rowsExactlyAGapApartShareASessionAndLateRowsHaveNone() {
        left.add(row(1L, 10L, 0), 2).add(row(1L, 15L, 0), 1).add(row(1L, 21L, 0), 1);
        left.add(row(2L, 12L, 0), 1).add(row(1L, 16L, 20), 1).add(row(1L, null, 0), 1);

        Bag sessions = evaluate(new Session(LEFT, 1, List.of(0), 5, LATENESS, Optional.empty()));

        Bag expected = new Bag()
                .add(Bag.row(1L, at(10), 0L, at(10), at(20), at(19)), 2)
                .add(Bag.row(1L, at(15), 0L, at(10), at(20), at(19)), 1)
                .add(Bag.row(1L, at(21), 0L, at(21), at(26), at(25)), 1)
                .add(Bag.row(2L, at(12), 0L, at(12), at(17), at(16)), 1);
        assertEquals(expected, sessions);
    }

    @Test
    void aRowJoinsOnlyWhatHadNotClosedWhenItCame() {
        left.add(row(1L, 10L, 0), 1).add(row(1L, 15L, 14), 1).add(row(1L, 17L, 19), 1);

        Bag sessions = evaluate(new Session(LEFT, 1, List.of(0), 5, LATENESS, Optional.empty()));

        Bag expected = new Bag()
                .add(Bag.row(1L, at(10), 0L, at(10), at(15), at(14)), 1)
                .add(Bag.row(1L, at(15), 14L, at(15), at(20), at(19)), 1)
                .add(Bag.row(1L, at(17), 19L, at(17), at(22), at(21)), 1);
        assertEquals(expected, sessions);
    }

    @Test
    void aHoppingRowLosesOnlyTheWindowsThatHadClosed() {
        left.add(row(1L, 12L, 14), 1);

        Bag windows = evaluate(new Window(LEFT, Window.Kind.HOP, 1, 10, 5, 0, LATENESS));

        assertEquals(new Bag().add(Bag.row(1L, at(12), 14L, at(10), at(20), at(19)), 1), windows);
    }

    @Test
    void cumulatingWindowsShareTheirStart() {
        left.add(row(1L, -4L, Long.MIN_VALUE), 1);

        Bag windows = evaluate(new Window(LEFT, Window.Kind.CUMULATE, 1, 10, 5, 0, LATENESS));

        assertEquals(new Bag().add(Bag.row(1L, at(-4), Long.MIN_VALUE, at(-10), at(0), at(-1)), 1), windows);
    }

    @Test
    void aFullJoinPadsBothSidesAndNullMatchesNothing() {
        left.add(row(1L, 1L, 0), 2).add(row(null, 2L, 0), 1);
        right.add(row(1L, 3L, 0), 3).add(row(null, 4L, 0), 1);
        Schema schema = SCHEMA.concat(SCHEMA);

        Bag joined = evaluate(new Join(
                LEFT,
                RIGHT,
                Join.Kind.FULL,
                List.of(0),
                List.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                schema));

        Bag expected = new Bag()
                .add(Bag.row(1L, at(1), 0L, 1L, at(3), 0L), 6)
                .add(Bag.row(null, at(2), 0L, null, null, null), 1)
                .add(Bag.row(null, null, null, null, at(4), 0L), 1);
        assertEquals(expected, joined);
    }

    @Test
    void aGroupingWithoutKeysHasOneRowOverNothing() {
        AggregateCall count =
                new AggregateCall(AggregateFunction.COUNT, List.of(), false, AggregateCall.NO_FILTER, DataType.BIGINT);
        AggregateCall sum =
                new AggregateCall(AggregateFunction.SUM, List.of(0), false, AggregateCall.NO_FILTER, DataType.BIGINT);
        Schema schema = Schema.of(new Field("n", DataType.BIGINT), new Field("s", DataType.BIGINT));

        Bag result = evaluate(
                new Aggregate(LEFT, List.of(), List.of(count, sum), Optional.empty(), ChangeMode.UPDATING, schema));

        assertEquals(new Bag().add(Bag.row(0L, null), 1), result);
    }

    @Test
    void rowsLeaveFinallyWhenTheWatermarkReachesThem() {
        left.add(row(1L, 10L, 0), 1).add(row(1L, 11L, 0), 1).add(row(1L, null, 0), 1);
        EmitFinal plan = new EmitFinal(LEFT, new Closing(1, 0));

        watermark = 10;
        assertEquals(new Bag().add(row(1L, 10L, 0), 1), evaluate(plan));
        watermark = Long.MAX_VALUE;
        assertEquals(left, evaluate(plan));
    }
}
