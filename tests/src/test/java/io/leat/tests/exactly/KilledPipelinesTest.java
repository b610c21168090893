package io.leat.tests.exactly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten kills under load; {@code ./leat crash --rounds N} does more. */
class KilledPipelinesTest {
    private static final int ROUNDS = Integer.getInteger("leat.crash.rounds", 10);
    private static final int ROWS_PER_SECOND = 1_000;

    @TempDir
    Path home;

    @Test
    void everyResultIsThereOnceHoweverOftenTheProcessIsKilled() throws IOException {
        List<String> rounds = new ArrayList<>(List.of(Round.HEADER));
        try (KillDriver driver = new KillDriver(
                home, Long.getLong("leat.seed", 1), ROWS_PER_SECOND, round -> rounds.add(round.line()))) {
            Findings findings = driver.run(ROUNDS);
            String story = String.join("\n", rounds);
            assertEquals(List.of(), findings.problems(), story);
            assertTrue(findings.rows() > 1_000, story);
            assertEquals(ROUNDS + 2, rounds.size());
        }
    }
}
