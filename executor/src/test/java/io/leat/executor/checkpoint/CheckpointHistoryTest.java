package io.leat.executor.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.LeatException;
import io.leat.executor.storage.Crash;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long histories of checkpoints, with all that can go wrong. */
class CheckpointHistoryTest {

    @Test
    void eachCheckpointHoldsWhatWasCaptured() {
        for (int seed = 0; seed < 30; seed++) {
            new History(seed).run(40);
        }
    }

    /** One random history: changes, failures, and the process beginning again. */
    private static final class History {
        private final Random random;
        private final FaultyStorage disk = new FaultyStorage();
        private final Map<Long, Map<String, RandomPart>> expected = new LinkedHashMap<>();
        private CheckpointedParts database = new CheckpointedParts(disk);

        History(long seed) {
            random = new Random(seed);
            for (int i = random.nextInt(3); i >= 0; i--) {
                database.parts.put("part " + i, new RandomPart(1 + random.nextInt(8), random));
            }
        }

        void run(int rounds) {
            for (int round = 0; round < rounds; round++) {
                for (int i = random.nextInt(5); i > 0; i--) {
                    change();
                }
                step();
                check();
            }
            assertTrue(expected.size() > 5);
        }

        private void change() {
            String name = "part " + random.nextInt(4);
            if (random.nextInt(20) == 0) {
                database.parts.put(name, new RandomPart(1 + random.nextInt(8), random));
            } else if (database.parts.containsKey(name)) {
                database.parts.get(name).change(random);
            }
        }

        private void step() {
            switch (random.nextInt(6)) {
                case 0 -> database.pages.capture(database.parts).close();
                case 1 -> fail();
                case 2 -> {
                    if (database.last.number() > 0) {
                        Map<String, RandomPart> shapes = expected.get(database.last.number());
                        database = CheckpointedParts.restored(disk, database.last.number(), shapes);
                    }
                }
                default -> succeed();
            }
        }

        private void fail() {
            PendingCheckpoint pending = database.pages.capture(database.parts);
            disk.room(random.nextInt(70));
            try {
                assertThrows(LeatException.class, () -> database.write(pending));
            } finally {
                disk.room(Long.MAX_VALUE);
            }
        }

        private void succeed() {
            Map<String, RandomPart> then = database.copy();
            PendingCheckpoint pending = database.pages.capture(database.parts);
            change();
            Manifest before = database.last;
            database.last = database.write(pending);
            database.checkpoints.retain(database.last, before);
            expected.put(database.last.number(), then);
        }

        private void check() {
            for (long number : database.checkpoints.numbers()) {
                CheckpointedParts.assertHolds(expected.get(number), disk, number);
            }
        }
    }

    @Test
    void everyCrashLeavesTheOldOneOrTheNew() {
        FaultyStorage whole = new FaultyStorage();
        CheckpointedParts database = changed(whole);
        int begun = whole.steps();
        Map<String, RandomPart> old = CheckpointedParts.restored(whole, 1, database.parts).parts;
        database.checkpoint();
        for (CrashMode mode : CrashMode.values()) {
            for (int step = begun; step < whole.steps(); step++) {
                for (int seed = 0; seed < mode.chances(5); seed++) {
                    FaultyStorage disk = new FaultyStorage().crashAt(step, mode, seed);
                    CheckpointedParts crashing = changed(disk);
                    assertThrows(Crash.class, crashing::checkpoint);
                    FaultyStorage left = disk.recovered();
                    long latest =
                            new CheckpointedParts(left).checkpoints.numbers().get(0);
                    CheckpointedParts found = CheckpointedParts.restored(left, latest, old);
                    assertEquals(latest == 1 ? old : database.parts, found.parts);
                    found.parts.putAll(database.copy());
                    found.checkpoint();
                    CheckpointedParts.assertHolds(database.parts, left, found.last.number());
                }
            }
        }
    }

    /** One checkpoint was taken, and some has changed since. */
    private static CheckpointedParts changed(FaultyStorage disk) {
        Random random = new Random(5);
        CheckpointedParts database = new CheckpointedParts(disk);
        database.parts.put("a", new RandomPart(6, random));
        database.parts.put("b", new RandomPart(6, random));
        database.checkpoint();
        for (int i = 0; i < 5; i++) {
            database.parts.get("a").change(random);
        }
        return database;
    }

    @Test
    void theFilesStayBelowAboutTwiceTheState() {
        for (int changes : new int[] {1, 4, 20, 100}) {
            Random random = new Random(changes);
            FaultyStorage disk = new FaultyStorage();
            CheckpointedParts database = new CheckpointedParts(disk);
            long[] numbers = random.longs(2_000).toArray();
            database.parts.put("a", partOf(numbers));
            long worst = 0;
            for (int i = 0; i < 1_000; i++) {
                for (int j = 0; j < changes; j++) {
                    numbers[random.nextInt(numbers.length)]++;
                }
                database.checkpoint();
                worst = i < 10 ? 0 : Math.max(worst, CheckpointedParts.pageBytes(disk));
            }
            assertTrue(worst < numbers.length * Long.BYTES * 2.6, "too much for " + changes + " changes");
            CheckpointedParts.assertHolds(database.parts, disk, database.last.number());
        }
    }

    private static RandomPart partOf(Object field) {
        RandomPart part = new RandomPart(0, new Random(0));
        part.addField(field);
        return part;
    }

    @Test
    void thereAreNeverManyFiles() {
        FaultyStorage disk = new FaultyStorage();
        CheckpointedParts database = new CheckpointedParts(disk);
        Random random = new Random(1);
        int most = 0;
        for (int i = 0; i < 1_000; i++) {
            database.parts.put("part " + i % 40, partOf(random.longs(8).toArray()));
            database.checkpoint();
            most = Math.max(most, disk.paths().size());
        }
        assertTrue(most < 20);
        CheckpointedParts.assertHolds(database.parts, disk, database.last.number());
    }
}
