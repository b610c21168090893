package io.leat.executor.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.ZSet;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.core.time.ManualClock;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.NaiveEvaluator;
import io.leat.executor.oracle.RandomHistory;
import io.leat.executor.oracle.RandomPlans;
import io.leat.executor.shard.Shards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random plans in circuits of 1, 2 and 4 shards: in every tick they change the same, and what the oracle says. */
class ShardedCircuitTest {
    private static final int CASES = Integer.getInteger("leat.cases", 40);
    private static final long FIRST_SEED = Long.getLong("leat.seed", 1);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    @ParameterizedTest
    @EnumSource
    void everyTickIsTheSameWhateverTheNumberOfShards(RandomPlans.Shape shape) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
            Random random = new Random(seed * SPREAD);
            boolean closing = random.nextBoolean();
            Plan plan = new RandomPlans(random, closing).plan(shape);
            boolean keepsClosed = closing || shape == RandomPlans.Shape.EMIT_FINAL;
            List<RandomHistory.Step> any = RandomHistory.of(random, 5 + random.nextInt(60), keepsClosed);
            List<RandomHistory.Step> history =
                    shape == RandomPlans.Shape.RANK_OF_APPENDED ? RandomHistory.appended(any) : any;
            String name = shape + " -Dleat.cases=1 -Dleat.seed=" + seed + ": " + plan;
            try (Run one = new Run(plan, 1);
                    Run two = new Run(plan, 2);
                    Run four = new Run(plan, 4);
                    Run again = new Run(plan, 4)) {
                compare(name, plan, history, List.of(one, two, four, again));
            }
        }
    }

    private static void compare(String name, Plan plan, List<RandomHistory.Step> history, List<Run> runs) {
        Map<Scan, Bag> contents = new HashMap<>();
        Bag sum = new Bag();
        for (RandomHistory.Step step : history) {
            List<ZSet> outputs = runs.stream().map(run -> run.turn(step)).toList();
            Bag expected = Bag.of(plan.schema(), outputs.get(0));
            for (ZSet output : outputs) {
                assertEquals(expected, Bag.of(plan.schema(), output), name);
            }
            assertEquals(rows(outputs.get(2)), rows(outputs.get(3)), name);
            sum.addAll(expected);
            runs.get(0)
                    .scans
                    .forEach(scan ->
                            contents.computeIfAbsent(scan, s -> new Bag()).addAll(step.changes(scan)));
            assertEquals(new NaiveEvaluator(contents::get, step.watermark()).evaluate(plan), sum, name);
        }
    }

    /** All rows in the order in which they came out. */
    private static List<String> rows(ZSet change) {
        List<String> rows = new ArrayList<>();
        change.chunks().forEach(chunk -> {
            for (int row = 0; row < chunk.size(); row++) {
                rows.add(chunk.gather(new int[] {row}, 1).columns().stream()
                        .map(ShardedCircuitTest::text)
                        .toList()
                        .toString());
            }
        });
        return rows;
    }

    private static String text(io.leat.core.batch.Column column) {
        if (column.isNull(0)) {
            return "NULL";
        }
        if (column instanceof io.leat.core.batch.LongColumn longs) {
            return String.valueOf(longs.values()[0]);
        }
        return column instanceof io.leat.core.batch.BytesColumn bytes ? bytes.text(0) : column.toString();
    }

    /** A plan in a circuit of so many shards, all of which work whenever there is a row. */
    private static final class Run implements AutoCloseable {
        private final Shards shards;
        private final Circuit circuit;
        private final List<Scan> scans = new ArrayList<>();
        private final Map<Integer, InputNode> inputs = new HashMap<>();
        private final Node root;
        private long tick;

        Run(Plan plan, int count) {
            shards = new Shards(count, 1, "test");
            circuit = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, true, shards));
            for (int i = 0; i < 3; i++) {
                Scan whole = RandomHistory.scan(i, true);
                inputs.put(i, circuit.addInput(whole.relation(), whole.schema(), true));
            }
            collect(plan);
            root = circuit.add(plan);
        }

        private void collect(Plan plan) {
            if (plan instanceof Scan scan && !scans.contains(scan)) {
                scans.add(scan);
            }
            plan.inputs().forEach(this::collect);
        }

        ZSet turn(RandomHistory.Step step) {
            inputs.forEach((number, input) -> {
                Scan whole = RandomHistory.scan(number, true);
                input.offer(step.changes(whole).toZSet(whole.schema(), 5));
                input.advance(step.watermark());
            });
            circuit.step(++tick, tick);
            return root.output();
        }

        @Override
        public void close() {
            shards.close();
        }
    }
}
