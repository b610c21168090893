package io.leat.tests.exactly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Starts a database as a process of its own, feeds its topics, kills it with SIGKILL at a random moment and starts it again,
 * as often as asked; sometimes the broker is restarted meanwhile, sometimes the process is killed before it has recovered.
 * In the end the process runs until it has read everything, is asked to stop, and the sinks are verified.
 */
final class KillDriver implements AutoCloseable {
    private static final int LOAD_MILLIS_MAX = 1_200;
    private static final int EARLY_MILLIS_MAX = 2_500;
    private static final int EARLY_EVERY = 4;
    private static final int BROKER_EVERY = 5;

    private final Stage stage;
    private final Random random;
    private final Consumer<Round> told;

    /**
     * A driver with a broker of its own.
     *
     * @param home an empty directory for everything
     * @param rowsPerSecond how fast rows come
     * @param told is told each round
     */
    KillDriver(Path home, long seed, int rowsPerSecond, Consumer<Round> told) throws IOException {
        this.stage = new Stage(home, rowsPerSecond);
        this.random = new Random(seed);
        this.told = told;
    }

    /** Does all rounds and answers what the verifier says. */
    Findings run(int rounds) throws IOException {
        stage.feed();
        for (int round = 1; round <= rounds; round++) {
            told.accept(kill(round));
        }
        Expected expected = stage.end();
        long started = stage.now();
        Findings findings = stage.finish(expected);
        String note = expected.late() + " late, " + expected.malformed() + " malformed";
        told.accept(new Round(0, stage.millisSince(started), stage.sent(), stage.committed(), -1, note));
        return findings;
    }

    private Round kill(int round) throws IOException {
        long started = stage.now();
        Life life = stage.start(stage.database());
        if (round % EARLY_EVERY == 0) {
            stage.pause(random.nextInt(EARLY_MILLIS_MAX));
            return killed(life, round, started, -1, "before it had recovered, perhaps");
        }
        stage.awaitProgress(life);
        long recovery = stage.millisSince(started);
        stage.pause(random.nextInt(LOAD_MILLIS_MAX));
        boolean restart = round % BROKER_EVERY == 0;
        if (restart) {
            stage.restartBroker();
            stage.pause(random.nextInt(LOAD_MILLIS_MAX));
        }
        return killed(life, round, started, recovery, restart ? "after the broker was restarted" : "");
    }

    private Round killed(Life life, int round, long started, long recovery, String note) {
        life.kill();
        return new Round(round, stage.millisSince(started), stage.sent(), stage.committed(), recovery, note);
    }

    @Override
    public void close() {
        stage.close();
    }
}
