package io.leat.tests.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Leat;
import io.leat.engine.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process with SIGKILL at random moments while it inserts: every row that was acknowledged is there, once.
 * {@code -Dleat.kill.rounds=N} says how often.
 */
class KilledProcessTest {
    private static final int ROUNDS = Integer.getInteger("leat.kill.rounds", 3);
    private static final int LINES_MAX = 200;

    @TempDir
    Path directory;

    private final Random random = new Random(4);
    /** The last number of each writer that was acknowledged. */
    private final int[] acknowledged = new int[WritingProcess.WRITERS];

    @Test
    void everyAcknowledgedRowIsThereOnce() throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled();
            try (Leat leat = WritingProcess.open(directory)) {
                for (int writer = 0; writer < WritingProcess.WRITERS; writer++) {
                    check(leat, writer, "round " + round + ", writer " + writer);
                }
            }
        }
    }

    private void writeUntilKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WritingProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int lines = 1 + random.nextInt(LINES_MAX);
        try (BufferedReader told = process.inputReader()) {
            String line = told.readLine();
            assertTrue(line != null, "it ended by itself");
            for (int i = 0; line != null; i++) {
                acknowledge(line);
                if (i == lines) {
                    // What it has printed can still be read: killing it through the process itself would close the
                    // stream.
                    process.toHandle().destroyForcibly();
                }
                line = told.readLine();
            }
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }

    private void acknowledge(String line) {
        String[] words = line.split(" ");
        acknowledged[Integer.parseInt(words[0])] = Integer.parseInt(words[1]);
    }

    private void check(Leat leat, int writer, String where) {
        List<Integer> numbers = numbers(leat, "SELECT n FROM written WHERE writer = ? ORDER BY n", writer);
        int last = numbers.size();
        assertEquals(IntStream.rangeClosed(1, last).boxed().toList(), numbers, where);
        boolean oneUnderWay = last == acknowledged[writer] || last == acknowledged[writer] + 1;
        assertTrue(oneUnderWay, () -> where + ": " + acknowledged[writer] + " acknowledged, " + last + " there");
        acknowledged[writer] = last;
        List<Integer> latest = numbers(leat, "SELECT n FROM latest WHERE writer = ?", writer);
        int behind = last - (latest.isEmpty() ? 0 : latest.get(0));
        assertTrue(latest.size() <= 1 && behind >= 0 && behind <= 1, () -> where + ": " + last + ", latest " + latest);
    }

    private static List<Integer> numbers(Leat leat, String query, int writer) {
        try (Result result = leat.query(query, writer)) {
            return result.rows().stream().map(row -> (int) row.getLong(0)).toList();
        }
    }
}
