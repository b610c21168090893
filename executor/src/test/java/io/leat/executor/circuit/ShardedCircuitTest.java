package io.leat.executor.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.NaiveEvaluator;
import io.leat.executor.oracle.RandomCase;
import io.leat.executor.oracle.RandomHistory;
import io.leat.executor.oracle.RandomPlans;
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
            RandomCase drawn = RandomCase.of(random, shape, 60);
            Plan plan = drawn.plan();
            String name = shape + " -Dleat.cases=1 -Dleat.seed=" + seed + ": " + plan;
            try (CircuitRun one = new CircuitRun(plan, 1);
                    CircuitRun two = new CircuitRun(plan, 2);
                    CircuitRun four = new CircuitRun(plan, 4);
                    CircuitRun again = new CircuitRun(plan, 4)) {
                compare(name, plan, drawn.history(), List.of(one, two, four, again));
            }
        }
    }

    private static void compare(String name, Plan plan, List<RandomHistory.Step> history, List<CircuitRun> runs) {
        Map<Scan, Bag> contents = new HashMap<>();
        Bag sum = new Bag();
        for (RandomHistory.Step step : history) {
            List<ZSet> outputs = runs.stream().map(run -> run.turn(step)).toList();
            Bag expected = Bag.of(plan.schema(), outputs.get(0));
            for (ZSet output : outputs) {
                assertEquals(expected, Bag.of(plan.schema(), output), name);
            }
            assertEquals(CircuitRun.rows(outputs.get(2)), CircuitRun.rows(outputs.get(3)), name);
            sum.addAll(expected);
            runs.get(0)
                    .scans()
                    .forEach(scan ->
                            contents.computeIfAbsent(scan, s -> new Bag()).addAll(step.changes(scan)));
            assertEquals(new NaiveEvaluator(contents::get, step.watermark()).evaluate(plan), sum, name);
        }
    }
}
