package io.leat.tests.benchmark;

import java.util.List;
import java.util.Locale;

/** What keeping a query costs, as a table for people: a line for each way of keeping it. */
final class CheckpointTable {
    static final String HEADER = String.format(
            "%-6s %-12s %12s %7s %9s %7s %9s %11s %10s %10s %10s %9s",
            "query",
            "kept in",
            "events/s",
            "lost %",
            "CPU s/M",
            "more %",
            "state MB",
            "checkpoints",
            "written MB",
            "journal MB",
            "longest ms",
            "pauses ms");

    private static final double MEBIBYTE = 1 << 20;
    private static final double PERCENT = 100;

    private CheckpointTable() {}

    /**
     * A line.
     *
     * @param runs the figures of the runs
     * @param inMemory those of the same query in memory
     */
    static String line(String query, CheckpointCommand.Mode mode, List<Figures> runs, List<Figures> inMemory) {
        if (runs.isEmpty() || inMemory.isEmpty()) {
            return query + " failed";
        }
        double rate = median(runs, "events_per_second");
        double cpu = median(runs, "cpu_per_million");
        return String.format(
                Locale.ROOT,
                "%-6s %-12s %,12.0f %7.1f %9.3f %7.1f %,9.1f %11.0f %,10.1f %,10.1f %10.1f %9.1f",
                query,
                mode.name().toLowerCase(Locale.ROOT),
                rate,
                PERCENT * (1 - rate / median(inMemory, "events_per_second")),
                cpu,
                PERCENT * (cpu / median(inMemory, "cpu_per_million") - 1),
                median(runs, "state_bytes") / MEBIBYTE,
                median(runs, "checkpoints"),
                median(runs, "checkpoint_bytes") / MEBIBYTE,
                median(runs, "journal_bytes") / MEBIBYTE,
                median(runs, "longest_pause_ms"),
                median(runs, "pauses_ms"));
    }

    private static double median(List<Figures> runs, String name) {
        double[] sorted =
                runs.stream().mapToDouble(run -> run.get(name)).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
