package io.leat.executor.oracle;

import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.Tick;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * What every operator must pass: on random plans and random histories, the sum of its changes equals the naive evaluation
 * of the plan over the same prefix of input, at every tick.
 *
 * <p>{@code -Dleat.cases} says how many cases a test runs and {@code -Dleat.seed} the first one's seed. A failure names
 * the seed and the command that runs that case alone.
 */
public final class OperatorContract {
    private static final long FIRST_SEED = Long.getLong("leat.seed", 1);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Class<?> test;
    private final Function<Plan, Optional<Operator>> factory;

    /** A tick of a test. */
    public record TestTick(long number, long watermark, long watermarkBefore) implements Tick {

        /** A tick after none that had a watermark. */
        public TestTick(long number, long watermark) {
            this(number, watermark, Long.MIN_VALUE);
        }

        @Override
        public long clockMillis() {
            return number;
        }

        /** In some ticks of a history none, in others a few: the next tick must forget the others. */
        @Override
        public int freesAtOnce() {
            boolean isLast = watermark == Long.MAX_VALUE || watermarkBefore == Long.MIN_VALUE;
            return isLast ? Integer.MAX_VALUE : (int) (number % 3);
        }
    }

    /**
     * A contract for the operators that a factory makes; where it makes none, the oracle takes their part.
     *
     * @param test the test class, to say how to repeat a failure
     */
    public OperatorContract(Class<?> test, Function<Plan, Optional<Operator>> factory) {
        this.test = test;
        this.factory = factory;
    }

    /** Runs cases of a shape: every other one with state that is forgotten when it is closed. */
    public void check(RandomPlans.Shape shape, int cases) {
        int count = Integer.getInteger("leat.cases", cases);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            try {
                checkOne(shape, seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(shape + " fails: " + e.getMessage() + "\nrepeat it: " + command(seed), e);
            }
        }
    }

    private String command(long seed) {
        return "mvn -pl executor -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=" + test.getSimpleName()
                + " -Dleat.cases=1 -Dleat.seed=" + seed;
    }

    private void checkOne(RandomPlans.Shape shape, long seed) {
        Random random = new Random(seed * SPREAD);
        RandomCase drawn = RandomCase.of(random, shape, 60);
        run(drawn.plan(), drawn.history());
    }

    /** Runs a plan over a history and compares at every tick. */
    public void run(Plan plan, List<RandomHistory.Step> history) {
        OperatorTree operators = new OperatorTree(plan, factory);
        Map<Scan, Bag> contents = new HashMap<>();
        Bag result = new Bag();
        long watermark = Long.MIN_VALUE;
        for (int i = 0; i < history.size(); i++) {
            RandomHistory.Step step = history.get(i);
            result.addAll(plan.schema(), operators.step(new TestTick(i, step.watermark(), watermark), step));
            watermark = step.watermark();
            addContents(plan, step, contents);
            Bag expected = new NaiveEvaluator(contents::get, step.watermark()).evaluate(plan);
            if (!expected.equals(result)) {
                throw new AssertionError("at tick " + i + " of " + plan + "\nmissing  " + expected.minus(result)
                        + "\nexpected " + expected + "\nbut was  " + result + "\nchanges  " + step);
            }
        }
    }

    private static void addContents(Plan plan, RandomHistory.Step step, Map<Scan, Bag> contents) {
        Map<Scan, Boolean> scans = new HashMap<>();
        collectScans(plan, scans);
        scans.keySet()
                .forEach(scan -> contents.computeIfAbsent(scan, s -> new Bag()).addAll(step.changes(scan)));
    }

    private static void collectScans(Plan plan, Map<Scan, Boolean> scans) {
        if (plan instanceof Scan scan) {
            scans.put(scan, true);
        }
        plan.inputs().forEach(input -> collectScans(input, scans));
    }
}
