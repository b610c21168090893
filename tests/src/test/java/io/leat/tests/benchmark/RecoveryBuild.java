package io.leat.tests.benchmark;

import io.leat.engine.Leat;
import io.leat.engine.Row;
import io.leat.tests.nexmark.NexmarkData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Builds a directory with the {@link RecoveryViews}, with checkpoints until shortly before the end, where sources pause for
 * the last one, and dies as by a crash.
 *
 * <p>Arguments: directory, number of events, how many of them come after the last checkpoint.
 */
public final class RecoveryBuild {
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final long LOOK_MILLIS = 2;

    private RecoveryBuild() {}

    /** Builds it and prints how much is remembered. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        long events = Long.parseLong(arguments[1]);
        double last = 1 - Double.parseDouble(arguments[2]) / events;
        WatchedConnector connector = WatchedConnector.of(BenchSource.NEXMARK.connector());
        Leat leat = Leat.builder()
                .directory(Path.of(arguments[0]))
                .connector(connector)
                .checkpointInterval(BETWEEN)
                .checkpointBytes(Long.MAX_VALUE)
                .open();
        connector.pauseAt(last);
        leat.execute(tables(events));
        leat.execute(RecoveryViews.SCRIPT);
        while (connector.share() < last) {
            Thread.sleep(LOOK_MILLIS);
        }
        leat.execute("SET 'checkpoint.interval' = '" + PATIENCE.toMillis() + "'");
        takeCheckpoint(leat);
        connector.goOn();
        leat.awaitCompletion(PATIENCE);
        Row state = leat.execute("SELECT SUM(state_bytes), SUM(bytes) FROM leat.views")
                .next()
                .orElseThrow();
        System.out.println(new Figures(Map.of("state_bytes", (double) state.getLong(0) + state.getLong(1))).line());
        System.out.flush();
        nameConnector(Path.of(arguments[0]).resolve("catalog.sql"), connector);
        Runtime.getRuntime().halt(0);
    }

    /** The process that opens the directory does not know the connector that is watched, but the one behind it. */
    private static void nameConnector(Path catalog, WatchedConnector watched) throws IOException {
        String own = "'" + BenchSource.NEXMARK.connector() + "'";
        Files.writeString(catalog, Files.readString(catalog).replace("'" + watched.name() + "'", own));
    }

    /** A savepoint is made of a checkpoint, which is written when that returns. */
    private static void takeCheckpoint(Leat leat) {
        leat.execute("CREATE SAVEPOINT built");
        leat.execute("DROP SAVEPOINT built");
    }

    /** The tables of the benchmark. */
    static String tables(long events) {
        return new QueryTask("", events, NexmarkData.USUAL_RATE, BenchSource.NEXMARK, "-", 0, false).tables();
    }
}
