package io.leat.executor.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.executor.storage.FaultyStorage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Parts and the checkpoints of them on a disk, in small pages. */
final class CheckpointedParts {
    static final UUID DATABASE = new UUID(1, 2);
    static final PageLayout LAYOUT = new PageLayout(64, 16, 1024, 8);

    final Map<String, RandomPart> parts = new LinkedHashMap<>();
    final Checkpoints checkpoints;
    final CheckpointPages pages = new CheckpointPages(DATABASE, LAYOUT);
    Manifest last = Manifest.NOTHING;

    CheckpointedParts(FaultyStorage disk) {
        checkpoints = new Checkpoints(disk.storage(), DATABASE);
    }

    /** What a checkpoint on a disk holds. */
    static CheckpointedParts restored(FaultyStorage disk, long number, Map<String, RandomPart> shapes) {
        CheckpointedParts restored = new CheckpointedParts(disk);
        restored.last = restored.checkpoints.load(number);
        shapes.forEach((name, shape) -> {
            RandomPart part = shape.empty();
            restored.pages.restore(restored.last.blob(name).orElseThrow(), restored.checkpoints, part);
            restored.parts.put(name, part);
        });
        return restored;
    }

    /** The parts as they are now. */
    Map<String, RandomPart> copy() {
        Map<String, RandomPart> copy = new LinkedHashMap<>();
        parts.forEach((name, part) -> copy.put(name, part.copy()));
        return copy;
    }

    /** Takes a checkpoint; the parts may change between. */
    Manifest write(PendingCheckpoint pending) {
        try (CheckpointWriter writer = checkpoints.begin()) {
            return pending.write(writer, 7, 8);
        }
    }

    /** Takes a checkpoint, and removes all but it and the one before. */
    int checkpoint() {
        PendingCheckpoint pending = pages.capture(parts);
        Manifest before = last;
        last = write(pending);
        checkpoints.retain(last, before);
        return pending.copiedPages();
    }

    /** How many bytes all files of pages have. */
    static long pageBytes(FaultyStorage disk) {
        return disk.paths().stream()
                .filter(path -> path.endsWith(".pages"))
                .mapToLong(disk::size)
                .sum();
    }

    static void assertHolds(Map<String, RandomPart> expected, FaultyStorage disk, long number) {
        assertEquals(expected, restored(disk, number, expected).parts);
    }
}
