package io.leat.executor.circuit;

import static io.leat.executor.oracle.Expressions.bigint;
import static io.leat.executor.oracle.Expressions.column;
import static io.leat.executor.oracle.Expressions.compute;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.Origin;
import io.leat.core.batch.ZSet;
import io.leat.core.expression.Operation;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Union;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.Expressions;
import io.leat.executor.oracle.RandomHistory;
import io.leat.executor.shard.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rows that fail say where they come from, if they come from a source as they are, however they are cut and spread. */
class OriginsTest {
    private static final Schema ROWS = Schema.of(new Field("k", DataType.BIGINT), new Field("q", DataType.BIGINT));
    private static final int ROUNDS = 20;

    private static Scan scan(int relation) {
        return RandomHistory.scan(relation, false);
    }

    /** The key of each row and one divided by its rest. */
    private static Plan inverse(Plan input, long modulus) {
        return new Project(
                input,
                List.of(
                        column(input.schema(), 0),
                        compute(
                                Operation.DIVIDE,
                                bigint(1),
                                compute(Operation.MODULO, column(input.schema(), 0), bigint(modulus)))),
                ROWS);
    }

    private static Plan large(Plan input) {
        return new Filter(input, Expressions.test(Operation.GREATER, column(input.schema(), 0), bigint(9)));
    }

    /** Rows with keys from a number on, which lie at ten times their keys. */
    private static Chunk rows(long from, int count, String partition) {
        Bag rows = new Bag();
        long[] offsets = new long[count];
        for (int i = 0; i < count; i++) {
            rows.add(Bag.row(from + i, null, null, null), 1);
        }
        Chunk chunk = rows.toZSet(RandomHistory.scan(0, false).schema(), count)
                .chunks()
                .get(0);
        for (int i = 0; i < count; i++) {
            offsets[i] = 10 * (Long) JavaValues.get(DataType.BIGINT, chunk.column(0), i);
        }
        return chunk.withOrigin(Origin.at(offsets, count).in(partition));
    }

    /** What failed: the row as text, and where it comes from. */
    private static List<String> failed(Plan plan, int shardCount) {
        try (Shards shards = new Shards(shardCount, 1, "test")) {
            Circuit circuit = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, false, shards));
            InputNode source = circuit.addInput("r0", scan(0).schema(), false);
            InputNode table = circuit.addInput("r1", scan(1).schema(), false);
            source.keepOrigins();
            FailedRowsNode failed = circuit.addFailedRows(circuit.add(plan), "v", 1_000);
            for (int round = 0; round < ROUNDS; round++) {
                source.offer(ZSet.of(List.of(rows(round * 7L, 5, "a"), rows(round * 7L + 5, 2, "b"))));
                table.offer(ZSet.of(rows(round, 1, "nobody asks")));
                circuit.step(round + 1, 0);
            }
            List<String> told = new ArrayList<>();
            Bag.of(FailedRowsNode.SCHEMA, failed.content(7))
                    .rows()
                    .forEach((row, weight) -> told.add(row.get(1) + " " + row.get(4) + " " + row.get(5)));
            return told.stream().sorted().toList();
        }
    }

    @Test
    void rowsThatFailAreRememberedOnlyIfSomebodyAsks() {
        Circuit circuit = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, false, Shards.ONE));
        InputNode source = circuit.addInput("r0", scan(0).schema(), false);
        Node root = circuit.add(inverse(scan(0), 1));
        for (int asked = 0; asked < 2; asked++) {
            source.offer(ZSet.of(rows(7L * asked, 3, "a")));
            circuit.step(2 * asked + 1, 0);
            assertEquals(0, root.failedRows().rows());
            FailedRowsNode failed = circuit.addFailedRows(root, "v", 1_000);
            source.offer(ZSet.of(rows(70L * asked, 2, "a")));
            circuit.step(2 * asked + 2, 0);
            assertEquals(2, root.failedRows().rows());
            assertEquals(5L * (asked + 1), root.errors().count());
            circuit.remove(failed);
        }
    }

    private static String place(long key) {
        return (key % 7 < 5 ? "a " : "b ") + 10 * key;
    }

    private static void assertFailed(Set<String> expected, Plan plan) {
        for (int shards = 1; shards <= 3; shards++) {
            List<String> failed = failed(plan, shards).stream()
                    .map(text -> text.replaceAll("^\\{[a-z]+: (\\d+).*\\} ", "$1 "))
                    .sorted()
                    .toList();
            assertEquals(List.copyOf(expected), failed, shards + " shards");
        }
    }

    @Test
    void throughFiltersProjectionsAndUnions() {
        Plan plan = new Union(List.of(inverse(inverse(large(scan(0)), 1_000), 11), inverse(scan(1), 6)), ROWS);
        Set<String> expected = new TreeSet<>();
        for (long key = 11; key < 7 * ROUNDS; key += 11) {
            expected.add(key + " " + place(key));
        }
        for (long key = 0; key < ROUNDS; key += 6) {
            expected.add(key + " null null");
        }
        assertFailed(expected, plan);
    }

    @Test
    void notThroughJoins() {
        Plan pairs = new Join(
                large(scan(0)),
                scan(1),
                Join.Kind.INNER,
                List.of(0),
                List.of(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                scan(0).schema().concat(scan(1).schema()));
        assertFailed(Set.of("10 null null"), inverse(pairs, 10));
    }

    @Test
    void onlyWhereRowsCanFailAndLieInASource() {
        try (Shards shards = new Shards(1, 1, "test")) {
            Circuit circuit = new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, false, shards));
            InputNode source = circuit.addInput("r0", scan(0).schema(), false);
            InputNode table = circuit.addInput("r1", scan(1).schema(), false);
            source.keepOrigins();
            circuit.addFailedRows(circuit.add(large(scan(0))), "sure", 10);
            circuit.addFailedRows(circuit.add(inverse(scan(1), 6)), "table", 10);
            Node counted = circuit.add(inverse(scan(0), 6));
            assertEquals(Set.of(0, 1, 2, 3), circuit.columnsRead(source));
            FailedRowsNode kept = circuit.addFailedRows(counted, "kept", 10);
            assertEquals(Set.of(Origin.PLACE, 0, 1, 2, 3), circuit.columnsRead(source));
            assertEquals(Set.of(0, 1, 2, 3), circuit.columnsRead(table));
            circuit.remove(kept);
            assertEquals(Set.of(0, 1, 2, 3), circuit.columnsRead(source));
        }
    }
}
