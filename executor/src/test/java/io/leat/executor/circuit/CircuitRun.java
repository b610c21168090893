package io.leat.executor.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ZSet;
import io.leat.core.limit.Limits;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.core.time.ManualClock;
import io.leat.executor.oracle.RandomHistory;
import io.leat.executor.shard.Shards;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.MemoryArchive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A plan in a circuit of so many shards, all of which work whenever there is a row. */
final class CircuitRun implements AutoCloseable {
    private final Shards shards;
    private final Circuit circuit;
    private final List<Scan> scans = new ArrayList<>();
    private final Map<Integer, InputNode> inputs = new HashMap<>();
    private final Node root;
    private long tick;

    CircuitRun(Plan plan, int count) {
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

    /** The relations that the plan reads. */
    List<Scan> scans() {
        return scans;
    }

    /** One tick. */
    ZSet turn(RandomHistory.Step step) {
        inputs.forEach((number, input) -> {
            Scan whole = RandomHistory.scan(number, true);
            input.offer(step.changes(whole).toZSet(whole.schema(), 5));
            input.advance(step.watermark());
        });
        circuit.step(++tick, tick);
        return root.output();
    }

    /** A new circuit that goes on where this one is, with nothing but what this one gives out as remembered. */
    CircuitRun continued(Plan plan, int count) {
        return continued(plan, count, CircuitRun::inMemory);
    }

    private static void inMemory(Map<String, Archivable> old, Map<String, Archivable> fresh) {
        Map<String, MemoryArchive> archives = new TreeMap<>();
        old.forEach((name, part) -> archives.put(name, MemoryArchive.of(part)));
        fresh.forEach((name, part) -> archives.get(name).restore(part));
    }

    /** A new circuit to which something hands over what this one remembers. */
    CircuitRun continued(Plan plan, int count, BiConsumer<Map<String, Archivable>, Map<String, Archivable>> transfer) {
        Map<String, Archivable> parts = Circuit.remembered(root);
        CircuitRun other = new CircuitRun(plan, count);
        Map<String, Archivable> fresh = Circuit.remembered(other.root);
        assertEquals(parts.keySet(), fresh.keySet());
        transfer.accept(parts, fresh);
        other.tick = tick;
        return other;
    }

    /** All rows in the order in which they came out, with their weights. */
    static List<String> rows(ZSet change) {
        List<String> rows = new ArrayList<>();
        change.chunks().forEach(chunk -> {
            for (int row = 0; row < chunk.size(); row++) {
                rows.add(chunk.weight(row) + " times "
                        + chunk.gather(new int[] {row}, 1).columns().stream()
                                .map(CircuitRun::text)
                                .toList());
            }
        });
        return rows;
    }

    private static String text(Column column) {
        if (column.isNull(0)) {
            return "NULL";
        }
        if (column instanceof LongColumn longs) {
            return String.valueOf(longs.values()[0]);
        }
        return column instanceof BytesColumn bytes ? bytes.text(0) : column.toString();
    }

    @Override
    public void close() {
        shards.close();
    }
}
