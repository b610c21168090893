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

/**
 * Random plans in circuits that are replaced after every tick by new ones with what the old ones remembered: in every tick
 * they give the very rows, in their order, that a circuit gives that goes on, and what the oracle says.
 */
class RestoredCircuitTest {
    private static final int CASES = Integer.getInteger("leat.cases", 15);
    private static final long FIRST_SEED = Long.getLong("leat.seed", 1);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    @ParameterizedTest
    @EnumSource
    void everyTickIsTheSameThoughTheCircuitIsNew(RandomPlans.Shape shape) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
            Random random = new Random(seed * SPREAD);
            RandomCase drawn = RandomCase.of(random, shape, 60);
            Plan plan = drawn.plan();
            for (int shards = 1; shards <= 2; shards++) {
                String name = shape + " -Dleat.cases=1 -Dleat.seed=" + seed + " on " + shards + " shards: " + plan;
                compare(name, plan, drawn.history(), shards);
            }
        }
    }

    private static void compare(String name, Plan plan, List<RandomHistory.Step> history, int shards) {
        Map<Scan, Bag> contents = new HashMap<>();
        Bag sum = new Bag();
        CircuitRun restored = new CircuitRun(plan, shards);
        try (CircuitRun going = new CircuitRun(plan, shards)) {
            for (RandomHistory.Step step : history) {
                ZSet change = restored.turn(step);
                assertEquals(CircuitRun.rows(going.turn(step)), CircuitRun.rows(change), name);
                sum.addAll(plan.schema(), change);
                going.scans()
                        .forEach(scan ->
                                contents.computeIfAbsent(scan, s -> new Bag()).addAll(step.changes(scan)));
                assertEquals(new NaiveEvaluator(contents::get, step.watermark()).evaluate(plan), sum, name);
                restored.close();
                restored = restored.continued(plan, shards);
            }
        } finally {
            restored.close();
        }
    }
}
