package io.leat.executor.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.LateCounter;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.OperatorContract.TestTick;
import io.leat.executor.state.MemoryStateStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Closed groups give their memory back, and nothing is emitted for that. */
class AggregateMemoryTest {
    private static final Schema INPUT = Schema.of(
            new Field("k", DataType.BIGINT),
            new Field("window_end", DataType.TIMESTAMP_LTZ),
            new Field("v", DataType.BIGINT));
    private static final int CHUNK = 4_096;

    private static Aggregate plan(ChangeMode changes) {
        return AggregateRun.plan(
                INPUT,
                List.of(0, 1),
                Optional.of(new Closing(1, 1)),
                changes,
                new AggregateCall(AggregateFunction.COUNT, List.of(), false, -1, DataType.BIGINT),
                new AggregateCall(AggregateFunction.SUM, List.of(2), false, -1, DataType.BIGINT),
                new AggregateCall(AggregateFunction.MAX, List.of(2), false, -1, DataType.BIGINT),
                new AggregateCall(AggregateFunction.COUNT, List.of(2), true, -1, DataType.BIGINT));
    }

    private static ZSet chunk(int first, int count, long end) {
        ChunkBuilder builder = new ChunkBuilder(INPUT.types(), count);
        for (int i = first; i < first + count; i++) {
            builder.column(0).appendLong(i);
            builder.column(1).appendLong(end);
            builder.column(2).appendLong(i * 7L);
            builder.endRow(1);
        }
        return ZSet.of(builder.build());
    }

    @Test
    void aMillionGroupsGiveTheirMemoryBack() {
        MemoryStateStore store = new MemoryStateStore();
        OperatorContext context = new OperatorContext("a", store, ExpressionErrors.FAIL, LateCounter.NONE, CHUNK);
        AggregateOperator operator = new AggregateOperator(plan(ChangeMode.UPDATING), context);
        long empty = store.bytes();
        for (int i = 0; i < 1_000_000 / CHUNK; i++) {
            operator.step(new TestTick(i, 0), List.of(chunk(i * CHUNK, CHUNK, 1_000 + i)));
        }
        long full = store.bytes();
        assertTrue(full > 50_000_000, "takes only " + full);
        ZSet changes = operator.step(new TestTick(1_000, 2_000), List.of(ZSet.EMPTY));
        assertTrue(changes.isEmpty());
        assertEquals(0, store.rows());
        assertTrue(store.bytes() < empty + 50_000, store.bytes() + " of " + full);
    }

    @Test
    void groupsThatAreOpenStay() {
        AggregateRun run = AggregateRun.of(plan(ChangeMode.UPDATING));
        run.tick(chunk(0, 10, 1_000), 500);
        run.tick(chunk(0, 20, 2_000), 998);
        long all = run.store().rows();
        run.tick(chunk(0, 20, 2_000), 1_500);
        assertTrue(run.store().rows() < all);
        Bag output = run.output();
        assertEquals(30, output.rows().size());
        assertEquals(
                20,
                output.rows().keySet().stream()
                        .filter(row -> row.get(2).equals(2L))
                        .count());
    }
}
