package io.leat.tests.benchmark;

import io.leat.tests.nexmark.NexmarkData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leat bench checkpoint}: what a database directory costs while queries run. */
@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description = "Runs Nexmark queries in memory, in a directory, and in a directory with checkpoints, in turns.")
final class CheckpointCommand implements Callable<Integer> {
    private static final Duration NEVER = Duration.ofDays(1);

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "q0 to q22; q4, q5 and q7 without any.")
    private List<String> queries = new ArrayList<>();

    @Option(names = "--events", description = "How many events of all three tables (default: ${DEFAULT-VALUE}).")
    private long events = 10_000_000;

    @Option(
            names = "--interval",
            paramLabel = "MILLIS",
            description = "From one checkpoint to the next (default: ${DEFAULT-VALUE}).")
    private long intervalMillis = 1_000;

    @Option(names = "--rounds", description = "How often each is run; medians are shown (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--shards",
            description = "Among how many threads the work is divided; the engine's choice without.")
    private int shards;

    @Option(names = "--warm", description = "Run each query once before, unmeasured, in the same JVM.")
    private boolean isWarm;

    /** What is compared. */
    enum Mode {
        MEMORY,
        JOURNAL,
        CHECKPOINTS;

        private Duration interval(long millis) {
            return this == JOURNAL ? NEVER : Duration.ofMillis(millis);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> chosen = queries.isEmpty() ? List.of("q4", "q5", "q7") : queries;
        System.out.println("java " + String.join(" ", Child.flags()) + ", " + events + " events, a checkpoint every "
                + intervalMillis + " ms, medians of " + rounds + " runs");
        System.out.println(CheckpointTable.HEADER);
        boolean failed = false;
        for (String query : chosen) {
            Map<Mode, List<Figures>> found = measure(query);
            for (Mode mode : Mode.values()) {
                System.out.println(CheckpointTable.line(query, mode, found.get(mode), found.get(Mode.MEMORY)));
                failed = failed || found.get(mode).size() < rounds;
            }
        }
        return failed ? 1 : 0;
    }

    /** One after the other in each round, so that what else the machine does meets all of them alike. */
    private Map<Mode, List<Figures>> measure(String query) throws IOException, InterruptedException {
        Map<Mode, List<Figures>> found = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            found.put(mode, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (Mode mode : Mode.values()) {
                run(query, mode).ifPresent(found.get(mode)::add);
            }
        }
        return found;
    }

    private Optional<Figures> run(String query, Mode mode) throws IOException, InterruptedException {
        QueryTask task = new QueryTask(query, events, NexmarkData.USUAL_RATE, BenchSource.NEXMARK, "-", shards, isWarm);
        List<String> arguments = new ArrayList<>(task.arguments());
        if (mode == Mode.MEMORY) {
            return Child.run(QueryRun.class, arguments);
        }
        Path directory = Files.createTempDirectory("leat-bench-");
        try {
            arguments.add(directory.toString());
            arguments.add("" + mode.interval(intervalMillis).toMillis());
            return Child.run(QueryRun.class, arguments);
        } finally {
            BenchData.delete(directory);
        }
    }
}
