package io.leat.tests.benchmark;

import io.leat.engine.Leat;
import io.leat.engine.durable.DurabilityFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Opens a directory of {@link RecoveryBuild}, asks one of its views, and dies without changing anything.
 *
 * <p>Arguments: directory, number of events, when the process was started in milliseconds since 1970.
 */
public final class RecoveryRun {
    private RecoveryRun() {}

    /** Prints how long what took, in seconds. */
    public static void main(String[] arguments) {
        long begin = System.nanoTime();
        double start = (System.currentTimeMillis() - Long.parseLong(arguments[2])) / 1e3;
        Leat leat = Leat.builder()
                .directory(Path.of(arguments[0]))
                .connector(WatchedConnector.of(BenchSource.NEXMARK.connector()))
                .checkpointInterval(Duration.ofHours(1))
                .open();
        double open = (System.nanoTime() - begin) / 1e9;
        long bids = leat.execute("SELECT bids FROM totals").next().orElseThrow().getLong(0);
        double answer = start + (System.nanoTime() - begin) / 1e9;
        if (bids != RecoveryViews.bids(Long.parseLong(arguments[1]))) {
            System.err.println("there are " + bids + " bids after the recovery");
            Runtime.getRuntime().halt(1);
        }
        System.out.println(figures(start, open, answer, leat.durability()).line());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static Figures figures(double start, double open, double answer, DurabilityFigures durability) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("start", start);
        values.put("open", open);
        values.put("answer", answer);
        values.put("finding", durability.finding().toNanos() / 1e9);
        values.put("reading", durability.reading().toNanos() / 1e9);
        values.put("replaying", durability.replaying().toNanos() / 1e9);
        values.put("cpu", ProcessUse.now().cpuNanos() / 1e9);
        values.put("records", (double) durability.replayedRecords());
        return new Figures(values);
    }
}
