package io.leat.executor.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.Scan;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.executor.oracle.Bag;
import io.leat.executor.shard.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aggregates that are summed up on every shard first: whatever the numbers of groups, every tick is that of one shard. */
class EarlyAggregateTest {
    private static final Schema INPUT = Schema.of(
            new Field("k", DataType.of(TypeKind.TIMESTAMP)),
            new Field("v", DataType.BIGINT),
            new Field("f", DataType.BOOLEAN),
            new Field("d", DataType.decimal(10, 2)));
    private static final List<Integer> FEW_AND_MANY = List.of(3, 5, 100_000, 4, 2_000, 1);

    private static AggregateCall call(AggregateFunction function, int filter, Integer... arguments) {
        return new AggregateCall(function, List.of(arguments), false, filter, DataType.BIGINT);
    }

    private static AggregateCall distinct(int filter, Integer... arguments) {
        return new AggregateCall(AggregateFunction.COUNT, List.of(arguments), true, filter, DataType.BIGINT);
    }

    private static Aggregate plan(List<Integer> keys, ChangeMode changes, boolean distinct) {
        Scan scan = new Scan("t", List.of(0, 1, 2, 3), false, changes, INPUT);
        List<AggregateCall> calls = new ArrayList<>(List.of(
                call(AggregateFunction.COUNT, AggregateCall.NO_FILTER),
                call(AggregateFunction.COUNT, 2, 1),
                call(AggregateFunction.SUM, AggregateCall.NO_FILTER, 1),
                call(AggregateFunction.SUM_OR_ZERO, 2, 1),
                new AggregateCall(
                        AggregateFunction.SUM, List.of(3), false, AggregateCall.NO_FILTER, DataType.decimal(18, 2)),
                call(AggregateFunction.AVG, AggregateCall.NO_FILTER, 1)));
        if (changes == ChangeMode.APPEND_ONLY) {
            calls.add(call(AggregateFunction.MIN, 2, 1));
            calls.add(call(AggregateFunction.MAX, AggregateCall.NO_FILTER, 1));
        }
        if (distinct) {
            calls.add(1, distinct(2, 1));
            calls.add(distinct(AggregateCall.NO_FILTER, 1));
            calls.add(0, distinct(AggregateCall.NO_FILTER, 1, 2));
        }
        List<Field> fields = new ArrayList<>(INPUT.select(keys).fields());
        calls.forEach(call -> fields.add(new Field("a" + fields.size(), call.type())));
        return new Aggregate(scan, keys, calls, Optional.empty(), changes, new Schema(fields));
    }

    private static ZSet rows(Random random, int count, int keys, boolean retracting) {
        ChunkBuilder builder = new ChunkBuilder(INPUT.types(), count);
        for (int i = 0; i < count; i++) {
            for (int column = 0; column < INPUT.size(); column++) {
                if (random.nextInt(10) == 0) {
                    builder.column(column).appendNull();
                } else {
                    int most = column == 0 ? keys : column == 1 ? 1_000 : 2;
                    builder.column(column).appendLong(random.nextInt(most));
                }
            }
            builder.endRow(retracting ? 1 + random.nextInt(2) : 1);
        }
        return ZSet.of(builder.build());
    }

    @ParameterizedTest
    @CsvSource({
        "true, APPEND_ONLY, false",
        "false, APPEND_ONLY, false",
        "true, UPDATING, false",
        "false, UPDATING, false",
        "true, APPEND_ONLY, true",
        "false, APPEND_ONLY, true",
        "true, UPDATING, true",
        "false, UPDATING, true"
    })
    void everyTickIsThatOfOneShard(boolean grouped, ChangeMode changes, boolean distinct) {
        Aggregate plan = plan(grouped ? List.of(0) : List.of(), changes, distinct);
        Random random = new Random(7);
        try (Shards three = new Shards(3, 500, "test")) {
            Circuit one = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, true, Shards.ONE));
            Circuit many = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, true, three));
            InputNode oneInput = one.addInput("t", INPUT, false);
            InputNode manyInput = many.addInput("t", INPUT, false);
            Node oneRoot = one.add(plan);
            Node manyRoot = many.add(plan);
            assertTrue(many.nodes().stream().anyMatch(node -> node.plan() instanceof PartialAggregate));
            List<ZSet> before = new ArrayList<>();
            for (int tick = 1; tick < 400; tick++) {
                boolean back = changes == ChangeMode.UPDATING && tick % 3 == 0;
                int size = random.nextInt(5) == 0 ? 10 : 600 + random.nextInt(200);
                ZSet change = back
                        ? before.remove(random.nextInt(before.size())).negate()
                        : rows(random, size, FEW_AND_MANY.get(tick / 70), changes == ChangeMode.UPDATING);
                if (!back) {
                    before.add(change);
                }
                oneInput.offer(change);
                manyInput.offer(change);
                one.step(tick, tick);
                many.step(tick, tick);
                assertEquals(
                        Bag.of(plan.schema(), oneRoot.output()), Bag.of(plan.schema(), manyRoot.output()), "" + tick);
            }
        }
    }
}
