package io.leat.executor.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.limit.Limits;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Window;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.Expressions;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.MemoryArchive;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What nodes remember beside their rows, and the names of all that is remembered. */
class RememberedTest {
    private static final Schema TABLE =
            Schema.of(new Field("t", DataType.TIMESTAMP_LTZ), new Field("v", DataType.BIGINT), Scan.ARRIVAL);
    private static final Scan ROWS = new Scan("r", List.of(0, 1), true, ChangeMode.APPEND_ONLY, TABLE);
    private static final Scan WHOLE = new Scan("r", List.of(0, 1, 2), false, ChangeMode.UPDATING, TABLE);

    private static final class Wired {
        private final Circuit circuit =
                new Circuit(new CircuitContext(new ManualClock(0), Limits.DEFAULT, false, Shards.ONE));
        private final InputNode input = circuit.addInput("r", TABLE, true);
        private final Plan plan;
        private final Node root;

        Wired(Plan plan) {
            this.plan = plan;
            this.root = circuit.add(plan);
        }

        ZSet step(long millis, List<?>... rows) {
            Bag bag = new Bag();
            for (List<?> row : rows) {
                bag.add(List.copyOf(row), 1);
            }
            input.offer(bag.toZSet(TABLE, 10));
            circuit.step(millis, millis);
            return root.output();
        }

        Wired continued() {
            Map<String, MemoryArchive> archives = new HashMap<>();
            Circuit.remembered(root).forEach((name, part) -> archives.put(name, MemoryArchive.of(part)));
            Wired other = new Wired(plan);
            Map<String, Archivable> parts = Circuit.remembered(other.root);
            assertEquals(archives.keySet(), parts.keySet());
            parts.forEach((name, part) -> archives.get(name).restore(part));
            return other;
        }
    }

    private static List<Object> row(long time, long value, long arrival) {
        return List.of(Instant.ofEpochMilli(time), value, arrival);
    }

    @Test
    void theRowsOfAQueryAreGivenOnceOnly() {
        Schema schema = Schema.of(new Field("c", DataType.BIGINT));
        Wired wired = new Wired(new Constant(List.of(List.of(new Literal(7L, DataType.BIGINT))), schema));
        assertEquals(1, wired.step(1).rows());
        assertEquals(0, wired.continued().step(2).rows());
    }

    @Test
    void rowsThatCouldNotBeComputedStayCounted() {
        Expression quotient =
                Expressions.compute(Operation.DIVIDE, Expressions.bigint(1), Expressions.column(TABLE, 1));
        Wired wired = new Wired(new Project(ROWS, List.of(quotient), Schema.of(new Field("q", DataType.BIGINT))));
        wired.step(1, row(1, 0, 0), row(2, 0, 0), row(3, 1, 0));
        NodeErrors before = wired.root.errors();
        Wired continued = wired.continued();
        continued.step(2, row(1, 0, 0));
        assertEquals(2, before.count());
        assertEquals(3, continued.root.errors().count());
        LeatException last = wired.continued().root.errors().last().orElseThrow();
        assertEquals(before.last().orElseThrow().getMessage(), last.getMessage());
        assertEquals(before.last().orElseThrow().code(), last.code());
        assertEquals(before.last().orElseThrow().hint(), last.hint());
    }

    @Test
    void lateRowsStayCountedAndWatermarksWhereTheyAre() {
        Lateness lateness = new Lateness(2, "r");
        Wired wired = new Wired(new Window(ROWS, Window.Kind.TUMBLE, 0, 10, 10, 0, Optional.of(lateness)));
        wired.input.advance(5_000);
        wired.step(1, row(3, 1, 4_000), row(5_010, 1, 5_000));
        assertEquals(1, wired.root.lateRows("r"));
        Wired continued = wired.continued();
        assertEquals(1, continued.root.lateRows("r"));
        assertEquals(5_000, continued.root.watermark());
        assertEquals(5_000, continued.input.watermark());
        assertTrue(!continued.input.isEnded(), "more may come");
        continued.input.advance(Long.MAX_VALUE);
        continued.step(2);
        assertTrue(continued.continued().input.isEnded(), "nothing comes any more");
        assertEquals(Long.MAX_VALUE, continued.continued().root.watermark());
    }

    @Test
    void processingTimeStaysAheadThoughTheClockGoesBack() {
        Wired wired = new Wired(new ProcessingTime(ROWS));
        wired.step(1_000);
        ZSet change = wired.continued().step(400, row(1, 1, 1));
        assertEquals(1_000, ((LongColumn) change.chunks().get(0).column(3)).values()[0]);
    }

    @Test
    void namesTellATableFromAQueryThatReadsAllOfIt() {
        Wired wired = new Wired(new Distinct(WHOLE, Optional.empty()));
        List<String> names = List.copyOf(Circuit.remembered(wired.root).keySet());
        assertEquals(4, names.size(), names.toString());
        assertEquals(1, names.stream().filter(name -> name.startsWith("input ")).count(), names.toString());
        assertEquals(
                names,
                List.copyOf(Circuit.remembered(new Wired(wired.plan).root).keySet()));
    }

    private static Plan calling(String className, Object argument, DataType type) {
        Expression call = new Invoke(
                className,
                "eval",
                List.of("java.lang.Object"),
                true,
                List.of(new Literal(argument, type)),
                DataType.BIGINT);
        return new Project(ROWS, List.of(call), Schema.of(new Field("q", DataType.BIGINT)));
    }

    @Test
    void methodsOfTheSameNameInTwoClassesAreTwoThings() {
        Fingerprint one = Fingerprint.of(calling("a.One", 1L, DataType.BIGINT));
        assertEquals(one, Fingerprint.of(calling("a.One", 1L, DataType.BIGINT)));
        assertNotEquals(one, Fingerprint.of(calling("a.Other", 1L, DataType.BIGINT)));
    }

    @Test
    void binaryConstantsInArraysAreKnownByTheirBytes() {
        DataType type = DataType.array(DataType.BYTES);
        assertEquals(
                Fingerprint.of(calling("a.One", List.of(new byte[] {1, 2}), type)),
                Fingerprint.of(calling("a.One", List.of(new byte[] {1, 2}), type)));
    }
}
