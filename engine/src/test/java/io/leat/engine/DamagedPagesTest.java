package io.leat.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages are checked as they are read, when half of what runs may have been filled already. */
class DamagedPagesTest {
    private static final int STEP = 311;
    private static final int ROUNDS = 4;
    private static final int ROWS = 150;

    private static HandDriven open(FaultyStorage disk) {
        return HandDriven.open(Leat.builder().checkpointBytes(1).shards(2), disk.storage(), Runnable::run);
    }

    private static String values(int round) {
        return IntStream.range(round * ROWS, (round + 1) * ROWS)
                .mapToObj(i -> "(" + i + ", " + i % 90 + ", 'name " + i % 70 + "')")
                .collect(Collectors.joining(", ", "INSERT INTO events VALUES ", ""));
    }

    /** What is left of a database when its process is killed after some checkpoints. */
    private static FaultyStorage killed() {
        FaultyStorage disk = new FaultyStorage();
        FaultyStorage left;
        try (HandDriven engine = open(disk)) {
            Leat leat = engine.leat();
            leat.execute("CREATE TABLE events (id INT, k INT, name STRING)");
            leat.execute(
                    "CREATE MATERIALIZED VIEW named AS SELECT name, COUNT(*) AS n, SUM(id) AS ids FROM events GROUP BY name");
            leat.execute("CREATE MATERIALIZED VIEW keys AS SELECT k, MAX(name) AS last FROM events GROUP BY k");
            for (int round = 0; round < ROUNDS; round++) {
                leat.execute(values(round));
                engine.turn();
                engine.turn();
            }
            left = disk.afterCrash(CrashMode.CLEAN, 0);
        }
        return left;
    }

    private static List<List<Object>> content(FaultyStorage disk) {
        try (HandDriven engine = open(disk)) {
            List<List<Object>> rows = new ArrayList<>();
            for (String view : List.of("named", "keys", "events")) {
                rows.addAll(Answers.rows(engine.leat(), "SELECT * FROM " + view + " ORDER BY 1, 2"));
            }
            return rows;
        }
    }

    private static List<String> pages(FaultyStorage disk) {
        return disk.paths().stream()
                .filter(path -> path.endsWith(".pages"))
                .sorted()
                .toList();
    }

    @Test
    void aDamagedPageOfTheLastCheckpointCostsNothing() {
        FaultyStorage disk = killed();
        List<List<Object>> whole = content(disk.afterCrash(CrashMode.CLEAN, 0));
        List<String> files = pages(disk);
        assertTrue(files.size() > 1, files::toString);
        String last = files.get(files.size() - 1);
        for (int offset = 0; offset < disk.size(last); offset += STEP) {
            assertEquals(whole, content(disk.flipped(last, offset)), "byte " + offset);
        }
    }

    @Test
    void aPageThatBothCheckpointsNeedIsNamed() {
        FaultyStorage disk = killed();
        List<List<Object>> whole = content(disk.afterCrash(CrashMode.CLEAN, 0));
        String first = pages(disk).get(0);
        int refused = 0;
        for (int offset = 0; offset < disk.size(first); offset += STEP) {
            FaultyStorage damaged = disk.flipped(first, offset);
            try {
                assertEquals(whole, content(damaged), "byte " + offset);
            } catch (LeatException e) {
                refused++;
                assertEquals(ErrorCode.DATA_CORRUPTED, e.code());
                assertEquals(
                        e.getMessage(),
                        assertThrows(LeatException.class, () -> content(damaged))
                                .getMessage(),
                        "it is left as it is");
            }
        }
        assertTrue(refused > 0, "no page is needed by both");
    }
}
