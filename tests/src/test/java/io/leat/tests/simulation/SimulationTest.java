package io.leat.tests.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs the engine in simulated worlds, one for each seed.
 *
 * <p>{@code -Dleat.simulation.seeds=N} runs N seeds instead of 200, {@code -Dleat.simulation.seed=S} begins with S. A seed
 * that has failed once stays in {@code seeds.txt}, and is run each time.
 */
class SimulationTest {
    private static final int SEEDS = Integer.getInteger("leat.simulation.seeds", 200);
    private static final long FIRST = Long.getLong("leat.simulation.seed", 1);
    private static final int FAILURES_SHOWN = 5;

    private static long run(long seed) {
        return run(seed, Features.of(seed));
    }

    private static long run(long seed, Features features) {
        Simulation simulation = null;
        try {
            simulation = new Simulation(seed, features);
            return simulation.run();
        } catch (RuntimeException | Error e) {
            String tail = simulation == null ? "" : simulation.trace().tail();
            throw new AssertionError(
                    tail + "\n" + e.getMessage()
                            + "\nrepeat with ./mvnw -B -pl tests -am test -Dtest=SimulationTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false"
                            + " -Dleat.test.argLine='-Dleat.simulation.seeds=1 -Dleat.simulation.seed=" + seed + "'",
                    e);
        }
    }

    @Test
    void everyPromiseHoldsInEveryWorld() {
        List<String> failures = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                run(seed);
            } catch (AssertionError e) {
                failed.add(seed);
                if (failures.size() < FAILURES_SHOWN) {
                    failures.add(e.getMessage());
                }
            }
        }
        assertTrue(
                failed.isEmpty(),
                () -> String.join("\n\n", failures) + "\n" + failed.size() + " seeds failed: " + failed);
    }

    @Test
    void seedsThatFailedOnceHold() throws IOException {
        List<String> lines = known();
        assertTrue(!lines.isEmpty());
        for (String line : lines) {
            String[] words = line.split(" ");
            long seed = Long.parseLong(words[0]);
            run(seed, words[1].equals("usual") ? Features.NONE : Features.of(seed));
        }
    }

    private static List<String> known() throws IOException {
        try (InputStream list = SimulationTest.class.getResourceAsStream("seeds.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        for (long seed = FIRST; seed < FIRST + 10; seed++) {
            long known = seed;
            assertEquals(run(seed), run(seed), () -> "seed " + known);
        }
    }
}
