package io.leat.executor.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.plan.Plan;
import io.leat.executor.checkpoint.CheckpointPages;
import io.leat.executor.checkpoint.CheckpointWriter;
import io.leat.executor.checkpoint.Checkpoints;
import io.leat.executor.checkpoint.Manifest;
import io.leat.executor.checkpoint.PendingCheckpoint;
import io.leat.executor.oracle.RandomCase;
import io.leat.executor.oracle.RandomHistory;
import io.leat.executor.oracle.RandomPlans;
import io.leat.executor.state.Archivable;
import io.leat.executor.state.MemoryArchive;
import io.leat.executor.storage.FaultyStorage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random plans in circuits that are replaced after every tick by new ones that read a checkpoint of the old ones: in every
 * tick they give the very rows, in their order, that a circuit gives that goes on.
 */
class CheckpointedCircuitTest {
    private static final int CASES = Integer.getInteger("leat.cases", 5);
    private static final long FIRST_SEED = Long.getLong("leat.seed", 1);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    @ParameterizedTest
    @EnumSource
    void everyTickIsTheSameThoughTheCircuitWasRead(RandomPlans.Shape shape) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
            Random random = new Random(seed * SPREAD);
            RandomCase drawn = RandomCase.of(random, shape, 200);
            Plan plan = drawn.plan();
            String name = shape + " -Dleat.cases=1 -Dleat.seed=" + seed + ": " + plan;
            compare(name, plan, drawn.history(), 1 + random.nextInt(2));
        }
    }

    private static void compare(String name, Plan plan, List<RandomHistory.Step> history, int shards) {
        Database database = new Database();
        CircuitRun read = new CircuitRun(plan, shards);
        try (CircuitRun going = new CircuitRun(plan, shards)) {
            for (RandomHistory.Step step : history) {
                assertEquals(CircuitRun.rows(going.turn(step)), CircuitRun.rows(read.turn(step)), name);
                read.close();
                read = read.continued(plan, shards, database::checkpointAndReopen);
            }
        } finally {
            read.close();
        }
    }

    /** A disk with the last two checkpoints. */
    private static final class Database {
        private static final UUID IDENTITY = new UUID(3, 4);

        private final Checkpoints checkpoints = new Checkpoints(new FaultyStorage().storage(), IDENTITY);
        private CheckpointPages pages = new CheckpointPages(IDENTITY);
        private Manifest last = Manifest.NOTHING;

        void checkpointAndReopen(Map<String, Archivable> old, Map<String, Archivable> fresh) {
            Manifest before = last;
            PendingCheckpoint pending = pages.capture(old);
            try (CheckpointWriter writer = checkpoints.begin()) {
                last = pending.write(writer, 1, 1);
            }
            checkpoints.retain(last, before);
            pages = new CheckpointPages(IDENTITY);
            Manifest read = checkpoints.load(last.number());
            fresh.forEach((name, part) -> {
                pages.restore(read.blob(name).orElseThrow(), checkpoints, part);
                assertTrue(MemoryArchive.of(part).isSame(MemoryArchive.of(old.get(name))), name);
            });
        }
    }
}
