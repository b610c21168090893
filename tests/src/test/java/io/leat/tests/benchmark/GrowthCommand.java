package io.leat.tests.benchmark;

import io.leat.tests.nexmark.NexmarkData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leat bench growth}: whether an event costs more where there is more to remember. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description =
                "Runs Nexmark queries over few events, ten times as many, and as many with ten times the events in a"
                        + " second of event time, and prints CPU-seconds per million events of each second half.")
final class GrowthCommand implements Callable<Integer> {
    private static final int TIMES = 10;
    private static final double MEBIBYTE = 1 << 20;
    private static final List<String> REMEMBERING =
            List.of("q4", "q5", "q7", "q8", "q9", "q11", "q15", "q16", "q17", "q18", "q19", "q20");

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Those that remember much without any.")
    private List<String> queries = new ArrayList<>();

    @Option(names = "--events", description = "How many events the short runs have (default: ${DEFAULT-VALUE}).")
    private long events = 2_000_000;

    @Option(names = "--shards", description = "Among how many threads the work is divided (default: ${DEFAULT-VALUE}).")
    private int shards = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println("java " + String.join(" ", Child.flags()) + ", Java " + Runtime.version());
        System.out.printf(
                "%-6s %16s %26s %26s%n", "query", events + " events", "10 times the history", "10 times the rate, too");
        System.out.printf(
                "%-6s %9s %6s %9s %8s %7s %9s %8s %7s%n",
                "", "CPU s/M", "MB", "CPU s/M", "MB", "times", "CPU s/M", "MB", "times");
        boolean failed = false;
        for (String query : queries.isEmpty() ? REMEMBERING : queries) {
            Optional<Figures> few = run(query, events, NexmarkData.USUAL_RATE);
            Optional<Figures> many = run(query, events * TIMES, NexmarkData.USUAL_RATE);
            Optional<Figures> dense = run(query, events * TIMES, NexmarkData.USUAL_RATE * TIMES);
            boolean complete = few.isPresent() && many.isPresent() && dense.isPresent();
            System.out.println(complete ? line(query, few.get(), many.get(), dense.get()) : query + " failed");
            failed = failed || !complete;
        }
        return failed ? 1 : 0;
    }

    private Optional<Figures> run(String query, long count, long rate) throws IOException, InterruptedException {
        QueryTask task = new QueryTask(query, count, rate, BenchSource.NEXMARK, "-", shards, true);
        return Child.run(QueryRun.class, task.arguments());
    }

    private static String line(String query, Figures few, Figures many, Figures dense) {
        return String.format(
                Locale.ROOT,
                "%-6s %9.3f %6.0f %9.3f %8.0f %7.2f %9.3f %8.0f %7.2f",
                query,
                cost(few),
                memory(few),
                cost(many),
                memory(many),
                cost(many) / cost(few),
                cost(dense),
                memory(dense),
                cost(dense) / cost(few));
    }

    private static double cost(Figures figures) {
        return figures.get("cpu_per_million_second_half");
    }

    private static double memory(Figures figures) {
        return figures.get("state_bytes") / MEBIBYTE;
    }
}
