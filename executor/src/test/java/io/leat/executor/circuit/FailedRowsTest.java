package io.leat.executor.circuit;

import static io.leat.executor.oracle.Expressions.bigint;
import static io.leat.executor.oracle.Expressions.column;
import static io.leat.executor.oracle.Expressions.compute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Frame;
import io.leat.core.plan.Join;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.OverFunction;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.Expressions;
import io.leat.executor.oracle.NaiveFailures;
import io.leat.executor.oracle.RandomHistory;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.MemoryArchive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * After every tick the failed rows of random plans are those that a naive evaluation of each operator finds, on one shard and
 * on two, also in circuits that are replaced by new ones with what the old ones remembered.
 */
class FailedRowsTest {
    private static final int CASES = Integer.getInteger("leat.cases", 60);
    private static final long FIRST_SEED = Long.getLong("leat.seed", 1);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final DataType TINYINT = DataType.of(TypeKind.TINYINT);
    private static final Schema ROWS = Schema.of(
            new Field("k", DataType.BIGINT), new Field("v", DataType.BIGINT), new Field("s", DataType.STRING));

    /** Makes plans all of which have the columns k, v and s. */
    private record Plans(Random random) {

        Plan plan(int depth) {
            if (depth == 0) {
                Plan scan = RandomHistory.scan(random, false);
                return project(scan, column(scan.schema(), 0), column(scan.schema(), 2), column(scan.schema(), 3));
            }
            Plan input = plan(depth - 1);
            return switch (random.nextInt(6)) {
                case 0 -> new Filter(input, condition(input.schema()));
                case 1 -> project(input, column(ROWS, 0), compute(Operation.DIVIDE, bigint(100), column(ROWS, 1)), s());
                case 2 -> project(input, number(), compute(Operation.TIMES, column(ROWS, 1), bigint(40)), s());
                case 3 -> join(input, plan(random.nextInt(depth)));
                case 4 -> sums(input);
                default -> over(input);
            };
        }

        private static Expression s() {
            return column(ROWS, 2);
        }

        private Expression number() {
            return random.nextInt(4) == 0
                    ? new Cast(s(), DataType.BIGINT, false)
                    : compute(Operation.MODULO, column(ROWS, 0), column(ROWS, 1));
        }

        private Expression condition(Schema schema) {
            int divisor = random.nextInt(2) == 0 ? 0 : schema.size() - 2;
            return Expressions.test(
                    Operation.GREATER,
                    compute(Operation.DIVIDE, bigint(6), column(schema, divisor)),
                    bigint(random.nextInt(3)));
        }

        private static Plan project(Plan input, Expression... expressions) {
            return new Project(input, List.of(expressions), ROWS);
        }

        private Plan join(Plan left, Plan right) {
            Join.Kind[] kinds = {Join.Kind.INNER, Join.Kind.LEFT, Join.Kind.SEMI, Join.Kind.ANTI};
            Join.Kind kind = kinds[random.nextInt(kinds.length)];
            Schema both = ROWS.concat(ROWS);
            Plan joined = new Join(
                    left,
                    right,
                    kind,
                    List.of(0),
                    List.of(0),
                    Optional.of(condition(both)),
                    Optional.empty(),
                    Optional.empty(),
                    kind == Join.Kind.INNER || kind == Join.Kind.LEFT ? both : ROWS);
            int number = joined.schema().size() - 2;
            return project(joined, column(ROWS, 0), column(joined.schema(), number), s());
        }

        private static Plan sums(Plan input) {
            Schema schema = Schema.of(new Field("k", DataType.BIGINT), new Field("sum", TINYINT));
            Plan sums = new Aggregate(
                    input,
                    List.of(0),
                    List.of(new AggregateCall(
                            AggregateFunction.SUM, List.of(1), false, AggregateCall.NO_FILTER, TINYINT)),
                    Optional.empty(),
                    ChangeMode.UPDATING,
                    schema);
            return project(
                    sums,
                    column(schema, 0),
                    new Cast(column(schema, 1), DataType.BIGINT, false),
                    Expressions.nothing(DataType.STRING));
        }

        private static Plan over(Plan input) {
            Schema schema = ROWS.concat(Schema.of(new Field("sum", TINYINT)));
            Plan over = new Over(
                    input,
                    List.of(0),
                    List.of(),
                    List.of(new OverCall(OverFunction.SUM, List.of(1), Frame.WHOLE, TINYINT)),
                    Optional.empty(),
                    schema);
            return project(over, column(ROWS, 0), new Cast(column(schema, 3), DataType.BIGINT, false), s());
        }
    }

    /** A plan and its failed rows in a circuit. */
    private static final class Run implements AutoCloseable {
        private final Shards shards;
        private final Circuit circuit;
        private final Map<Integer, InputNode> inputs = new HashMap<>();
        private final Node root;
        private final FailedRowsNode failed;

        Run(Plan plan, int count) {
            shards = new Shards(count, 1, "test");
            circuit = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, false, shards));
            for (int i = 0; i < 3; i++) {
                Scan scan = RandomHistory.scan(i, false);
                inputs.put(i, circuit.addInput(scan.relation(), scan.schema(), false));
            }
            root = circuit.add(plan);
            failed = circuit.addFailedRows(root, "v", 100_000);
        }

        void turn(RandomHistory.Step step, long tick) {
            inputs.forEach((number, input) -> {
                Scan scan = RandomHistory.scan(number, false);
                input.offer(step.changes(scan).toZSet(scan.schema(), 5));
            });
            circuit.step(tick, tick);
        }

        Run continued(Plan plan, int count) {
            Run other = new Run(plan, count);
            Map<String, Archivable> fresh = Circuit.remembered(other.failed);
            Circuit.remembered(failed)
                    .forEach((name, part) -> MemoryArchive.of(part).restore(fresh.get(name)));
            close();
            return other;
        }

        @Override
        public void close() {
            shards.close();
        }
    }

    @Test
    void everyTickHasTheRowsThatTheOracleCannotCompute() {
        long rows = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
            Random random = new Random(seed * SPREAD);
            Plan plan = new Plans(random).plan(1 + random.nextInt(4));
            List<RandomHistory.Step> history = RandomHistory.of(random, 40, false);
            for (int shards = 1; shards <= 2; shards++) {
                String name = "-Dleat.cases=1 -Dleat.seed=" + seed + " on " + shards + " shards: " + plan;
                rows += compare(name, plan, history, shards, random.nextBoolean());
            }
        }
        assertTrue(rows > CASES, "rows that failed at the end: " + rows);
    }

    private static long compare(
            String name, Plan plan, List<RandomHistory.Step> history, int shards, boolean restored) {
        Map<Scan, Bag> contents = new HashMap<>();
        Bag failed = new Bag();
        Bag result = new Bag();
        Run run = new Run(plan, shards);
        try {
            long tick = 0;
            for (RandomHistory.Step step : history) {
                run.turn(step, ++tick);
                for (int i = 0; i < 3; i++) {
                    Scan scan = RandomHistory.scan(i, false);
                    contents.computeIfAbsent(scan, s -> new Bag()).addAll(step.changes(scan));
                }
                NaiveFailures oracle = new NaiveFailures(contents::get);
                result.addAll(plan.schema(), run.root.output());
                failed.addAll(FailedRowsNode.SCHEMA, run.failed.output());
                assertEquals(oracle.evaluate(plan), result, name);
                assertEquals(oracle.failed(), failed, name);
                assertEquals(oracle.failed(), Bag.of(FailedRowsNode.SCHEMA, run.failed.content(100)), name);
                run = restored ? run.continued(plan, shards) : run;
            }
        } finally {
            run.close();
        }
        return failed.rows().size();
    }

    @Test
    void ofManyTheLatestAreKeptAndOnlyThoseAreTakenBack() {
        Plan scan = RandomHistory.scan(0, false);
        Plan plan = Plans.project(
                scan,
                column(scan.schema(), 0),
                compute(Operation.DIVIDE, column(scan.schema(), 0), bigint(0)),
                column(scan.schema(), 3));
        try (Shards one = new Shards(1, 1, "test")) {
            Circuit circuit = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, false, one));
            InputNode input = circuit.addInput("r0", scan.schema(), false);
            FailedRowsNode failed = circuit.addFailedRows(circuit.add(plan), "v", 80);
            Bag all = new Bag();
            for (long i = 0; i < 200; i++) {
                all.add(Bag.row(i, null, null, null), 1);
            }
            input.offer(all.toZSet(scan.schema(), 30));
            circuit.step(1, 1);
            assertEquals(200, failed.output().rows());
            assertEquals(80, failed.content(10).rows());
            all.rows()
                    .forEach((row, weight) -> input.offer(new Bag().add(row, -1).toZSet(scan.schema(), 30)));
            circuit.step(2, 2);
            assertEquals(80, failed.output().rows());
            assertEquals(0, failed.content(10).rows());
            assertEquals(0, failed.stateRows());
            assertTrue(failed.output().chunks().stream().allMatch(chunk -> chunk.weight(0) == -1));
        }
    }
}
