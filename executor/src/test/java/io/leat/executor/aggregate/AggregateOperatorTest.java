package io.leat.executor.aggregate;

import static io.leat.core.plan.AggregateCall.NO_FILTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.oracle.Bag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AggregateOperatorTest {
    private static final Schema KEYED = Schema.of(new Field("k", DataType.STRING), new Field("v", DataType.BIGINT));
    private static final AggregateCall COUNT_ALL =
            new AggregateCall(AggregateFunction.COUNT, List.of(), false, NO_FILTER, DataType.BIGINT);

    private static AggregateCall call(AggregateFunction function, DataType type) {
        return new AggregateCall(function, List.of(1), false, NO_FILTER, type);
    }

    private static Bag rows(Object... keysAndValues) {
        Bag bag = new Bag();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            bag.add(Bag.row(keysAndValues[i], keysAndValues[i + 1]), 1);
        }
        return bag;
    }

    private static AggregateRun run(AggregateCall... calls) {
        return AggregateRun.of(KEYED, List.of(0), ExpressionErrors.FAIL, calls);
    }

    @Test
    void givesTheOldRowBackAndTheNewOneOfChangedGroupsOnly() {
        AggregateRun run = run(call(AggregateFunction.MAX, DataType.BIGINT));
        assertEquals(rows("a", 5L, "b", 7L), run.tick(rows("a", 5L, "b", 7L)));
        assertEquals(rows("a", 6L).minus(rows("a", 5L)), run.tick(rows("a", 6L, "b", 1L)));
        assertTrue(run.tick(rows("b", 2L)).isEmpty());
        assertEquals(new Bag().minus(rows("a", 6L)), run.tick(new Bag().minus(rows("a", 5L, "a", 6L))));
        assertEquals(rows("b", 7L), run.output());
    }

    @Test
    void nullsAreOneGroup() {
        AggregateRun run = run(COUNT_ALL);
        run.tick(rows(null, 1L, null, 2L));
        assertEquals(new Bag().add(Bag.row(null, 2L), 1), run.output());
    }

    @Test
    void withoutKeysThereIsAlwaysOneRow() {
        AggregateRun run = AggregateRun.of(
                KEYED,
                List.of(),
                ExpressionErrors.FAIL,
                COUNT_ALL,
                call(AggregateFunction.SUM, DataType.BIGINT),
                call(AggregateFunction.SUM_OR_ZERO, DataType.BIGINT));
        Bag empty = new Bag().add(Bag.row(0L, null, 0L), 1);
        assertEquals(empty, run.tick(new Bag()));
        assertTrue(run.tick(new Bag()).isEmpty());
        run.tick(rows("x", 4L));
        assertEquals(new Bag().add(Bag.row(1L, 4L, 4L), 1), run.output());
        run.tick(new Bag().minus(rows("x", 4L)));
        assertEquals(empty, run.output());
    }

    @Test
    void aSumMayLeaveItsTypeOnTheWay() {
        AggregateRun run = run(call(AggregateFunction.SUM, DataType.BIGINT));
        run.tick(rows("a", Long.MAX_VALUE, "a", 2L, "a", -3L));
        assertEquals(rows("a", Long.MAX_VALUE - 1), run.output());
    }

    @Test
    void aSumThatDoesNotFitFails() {
        LeatException big = assertThrows(
                LeatException.class,
                () -> run(call(AggregateFunction.SUM, DataType.BIGINT)).tick(rows("a", Long.MAX_VALUE, "a", 1L)));
        assertEquals(ErrorCode.NUMERIC_OUT_OF_RANGE, big.code());
        assertEquals("BIGINT out of range: SUM gives 9223372036854775808", big.getMessage());
        assertEquals(Optional.of("Cast the argument to a wider type."), big.hint());
        LeatException small = assertThrows(
                LeatException.class,
                () -> run(call(AggregateFunction.SUM, DataType.INTEGER)).tick(rows("a", -2_147_483_649L)));
        assertEquals("INT out of range: SUM gives -2147483649", small.getMessage());
        LeatException decimal = assertThrows(
                LeatException.class,
                () -> run(call(AggregateFunction.SUM, DataType.decimal(3, 0))).tick(rows("a", 600L, "a", 400L)));
        assertEquals("DECIMAL(3, 0) out of range: SUM gives 1000", decimal.getMessage());
    }

    @Test
    void underSkipTheRowOfAFailedGroupIsLeftOutUntilItCanBeComputed() {
        List<String> failed = new ArrayList<>();
        AggregateRun run = AggregateRun.of(
                KEYED,
                List.of(0),
                (error, row) -> failed.add(row.weight() + " " + error.getMessage()),
                call(AggregateFunction.SUM, DataType.of(TypeKind.TINYINT)));
        run.tick(rows("a", 100L, "b", 1L));
        assertEquals(2, run.output().rows().size());
        run.tick(rows("a", 100L));
        assertEquals(List.of("1 TINYINT out of range: SUM gives 200"), failed);
        assertEquals(new Bag().add(Bag.row("b", (byte) 1), 1), run.output());
        run.tick(new Bag().add(Bag.row("a", -150L), 1));
        assertEquals(
                List.of("1 TINYINT out of range: SUM gives 200", "-1 TINYINT out of range: SUM gives 200"), failed);
        assertEquals(1, run.output().weight(Bag.row("a", (byte) 50)));
    }

    @Test
    void averagesAreExactAndRoundedByTheirType() {
        AggregateRun run = run(
                call(AggregateFunction.AVG, DataType.BIGINT),
                call(AggregateFunction.AVG, DataType.decimal(21, 1)),
                call(AggregateFunction.AVG, DataType.DOUBLE));
        run.tick(rows("a", -1L, "a", -4L));
        Bag expected = new Bag().add(Bag.row("a", -2L, new BigDecimal("-2.5"), -2.5), 1);
        assertEquals(expected, run.output());
        run.tick(rows("b", Long.MAX_VALUE).add(Bag.row("b", Long.MAX_VALUE - 2), 1));
        assertEquals(
                1,
                run.output().rows().keySet().stream()
                        .filter(row -> row.get(0).equals("b") && row.get(1).equals(Long.MAX_VALUE - 1))
                        .count());
    }

    @Test
    void aSingleValueFailsWhenThereAreMore() {
        AggregateRun run = run(call(AggregateFunction.SINGLE_VALUE, DataType.BIGINT));
        run.tick(rows("a", 1L, "b", null));
        assertEquals(rows("a", 1L, "b", null), run.output());
        run.tick(rows("a", 2L).minus(rows("a", 1L)));
        assertEquals(rows("a", 2L, "b", null), run.output());
        LeatException error = assertThrows(LeatException.class, () -> run.tick(rows("a", 2L)));
        assertEquals(ErrorCode.CARDINALITY, error.code());
        assertEquals("a subquery used as a value returned more than one row", error.getMessage());
    }

    @Test
    void takingBackMoreThanThereIsIsOurDefect() {
        AggregateRun run = run(COUNT_ALL);
        LeatException error = assertThrows(LeatException.class, () -> run.tick(new Bag().minus(rows("a", 1L))));
        assertEquals(ErrorCode.INTERNAL, error.code());
        assertEquals("internal error: more rows were taken back from a group than it had", error.getMessage());
        AggregateRun growing = AggregateRun.of(AggregateRun.plan(
                KEYED,
                List.of(0),
                Optional.empty(),
                ChangeMode.APPEND_ONLY,
                call(AggregateFunction.MIN, DataType.BIGINT)));
        growing.tick(rows("a", 3L, "a", 5L));
        LeatException shrunk = assertThrows(LeatException.class, () -> growing.tick(new Bag().minus(rows("a", 3L))));
        assertEquals("internal error: a row was taken back from an input that only grows", shrunk.getMessage());
    }

    @Test
    void refusesMinOfAnArray() {
        Schema arrays = Schema.of(KEYED.fields().get(0), new Field("v", DataType.array(DataType.BIGINT)));
        LeatException error = assertThrows(
                LeatException.class,
                () -> AggregateRun.of(
                        arrays,
                        List.of(0),
                        ExpressionErrors.FAIL,
                        call(AggregateFunction.MIN, DataType.array(DataType.BIGINT))));
        assertEquals(ErrorCode.UNSUPPORTED, error.code());
        assertEquals("MIN of ARRAY is not supported", error.getMessage());
    }
}
