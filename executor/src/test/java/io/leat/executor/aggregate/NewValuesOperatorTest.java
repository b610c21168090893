package io.leat.executor.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.LateCounter;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.oracle.OperatorContract.TestTick;
import io.leat.executor.state.MemoryStateStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewValuesOperatorTest {
    private static final Schema INPUT = Schema.of(
            new Field("k", DataType.of(TypeKind.TIMESTAMP)),
            new Field("v", DataType.BIGINT),
            new Field("f", DataType.BOOLEAN),
            new Field("s", DataType.STRING));
    private static final int FILTER = 2;

    /** A value that counts for a group, by one of the two calls. */
    private record Counted(Object group, Object value, boolean filtered) {}

    private static Aggregate counting(ChangeMode changes, Optional<Closing> closing, int... arguments) {
        List<AggregateCall> calls = new ArrayList<>();
        for (int argument : arguments) {
            calls.add(distinct(argument, AggregateCall.NO_FILTER));
            calls.add(distinct(argument, FILTER));
        }
        return AggregateRun.plan(INPUT, List.of(0), closing, changes, calls.toArray(AggregateCall[]::new));
    }

    private static AggregateCall distinct(int argument, int filter) {
        return new AggregateCall(AggregateFunction.COUNT, List.of(argument), true, filter, DataType.BIGINT);
    }

    private static NewValuesOperator operator(Aggregate counting) {
        return new NewValuesOperator(
                counting,
                new OperatorContext("n", new MemoryStateStore(), ExpressionErrors.FAIL, LateCounter.NONE, 100));
    }

    private static ZSet rows(Random random, int count, int groups, int values) {
        ChunkBuilder builder = new ChunkBuilder(INPUT.types(), count);
        int[] bounds = {groups, values, 2};
        for (int i = 0; i < count; i++) {
            for (int column = 0; column < bounds.length; column++) {
                if (random.nextInt(10) == 0) {
                    builder.column(column).appendNull();
                } else {
                    builder.column(column).appendLong(random.nextInt(bounds[column]));
                }
            }
            builder.column(3).appendNull();
            builder.endRow(1);
        }
        return ZSet.of(builder.build());
    }

    private static Set<Counted> counted(ZSet rows) {
        Set<Counted> counted = new HashSet<>();
        for (Chunk chunk : rows.chunks()) {
            for (int row = 0; row < chunk.size(); row++) {
                Object group = value(chunk, 0, row);
                Object value = value(chunk, 1, row);
                if (value != null) {
                    counted.add(new Counted(group, value, false));
                }
                if (value != null && Boolean.TRUE.equals(value(chunk, FILTER, row))) {
                    counted.add(new Counted(group, value, true));
                }
            }
        }
        return counted;
    }

    private static Object value(Chunk chunk, int column, int row) {
        return JavaValues.get(INPUT.type(column), chunk.column(column), row);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "3, 2000", "50, 100", "5, 500000", "100000, 5"})
    void whatPassesCountsAsMuchAsEverything(int groups, int values) {
        NewValuesOperator operator = operator(counting(ChangeMode.APPEND_ONLY, Optional.empty(), 1));
        Random random = new Random(groups);
        Set<Counted> all = new HashSet<>();
        Set<Counted> passed = new HashSet<>();
        long passedRows = 0;
        for (int tick = 1; tick < 60; tick++) {
            ZSet rows = rows(random, 1_500, groups, values);
            ZSet output = operator.step(new TestTick(tick, Long.MIN_VALUE), List.of(rows));
            all.addAll(counted(rows));
            passed.addAll(counted(output));
            passedRows += output.rows();
        }
        assertEquals(all, passed);
        assertTrue(groups * values > 100_000 || passedRows < 50_000, passedRows + " rows have passed");
    }

    @Test
    void whatIsInAClosedGroupPassesAgain() {
        NewValuesOperator operator = operator(counting(ChangeMode.APPEND_ONLY, Optional.of(new Closing(0, 1)), 1));
        ZSet rows = rows(new Random(1), 100, 5, 3);
        operator.step(new TestTick(1, Long.MIN_VALUE), List.of(rows));
        assertEquals(0, operator.step(new TestTick(2, -2), List.of(rows)).rows());
        assertEquals(0, operator.step(new TestTick(3, 2, -2), List.of(rows)).rows());
        ZSet afterwards = operator.step(new TestTick(4, 2, 2), List.of(rows));
        assertEquals(counted(rows), counted(afterwards));
    }

    @Test
    void fitsDifferentNumbersOfRowsThatOnlyCome() {
        assertTrue(NewValuesOperator.fits(counting(ChangeMode.APPEND_ONLY, Optional.empty(), 1)));
        assertFalse(NewValuesOperator.fits(counting(ChangeMode.UPDATING, Optional.empty(), 1)));
        assertFalse(NewValuesOperator.fits(counting(ChangeMode.APPEND_ONLY, Optional.empty(), 3)));
    }
}
