package io.leat.tests.benchmark;

import io.leat.tests.nexmark.NexmarkData;
import io.leat.tests.nexmark.NexmarkScripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leat bench nexmark}: runs queries over a bounded number of events, each in a JVM of its own. */
@Command(
        name = "nexmark",
        mixinStandardHelpOptions = true,
        description = "Runs the Nexmark queries and prints what each of them costs.")
final class NexmarkCommand implements Callable<Integer> {
    private static final long GENERATED_EVENTS = 10_000_000;
    private static final long READ_EVENTS = 3_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "q0 to q22; all of them without any.")
    private List<String> queries = new ArrayList<>();

    @Option(
            names = "--events",
            description = "How many events of all three tables (10,000,000 generated, 3,000,000 read).")
    private long events;

    @Option(
            names = "--event-rate",
            description = "How many events happen in a second of event time (default: ${DEFAULT-VALUE}): with more of"
                    + " them, windows have more rows and keys.")
    private long rate = NexmarkData.USUAL_RATE;

    @Option(
            names = "--warm",
            description =
                    "Run each query once before, unmeasured, in the same JVM: what it costs when compilers are done.")
    private boolean isWarm;

    @Option(
            names = "--source",
            description = "Where they come from: nexmark, json, csv, arrow or kafka (default: nexmark).")
    private BenchSource source = BenchSource.NEXMARK;

    @Option(
            names = "--shards",
            description = "Among how many threads the work is divided; the engine's choice without.")
    private int shards;

    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            description =
                    "Read the files bid.json (csv, arrow) and so on there, which have as many events, and write none.")
    private Path directory;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the figures as JSON, too.")
    private Path output;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> chosen = queries.isEmpty() ? NexmarkScripts.QUERIES : queries;
        long count = events > 0 ? events : source == BenchSource.NEXMARK ? GENERATED_EVENTS : READ_EVENTS;
        System.out.println("java " + String.join(" ", Child.flags()) + ", Java " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores");
        Map<String, Figures> all = new LinkedHashMap<>();
        boolean failed = false;
        try (BenchData data = data(count)) {
            System.out.println(FigureTable.HEADER);
            for (String query : chosen) {
                QueryTask task = new QueryTask(query, count, rate, source, data.place(), shards, isWarm);
                Optional<Figures> figures = Child.run(QueryRun.class, task.arguments());
                System.out.println(FigureTable.line(query, figures));
                figures.ifPresent(found -> all.put(query, found));
                failed = failed || figures.isEmpty();
            }
        }
        if (output != null) {
            FigureFile.write(output, source, shards, all);
        }
        return failed ? 1 : 0;
    }

    private BenchData data(long count) throws IOException {
        if (directory == null) {
            return BenchData.prepare(source, new NexmarkData(count, BenchSource.SEED, rate), parts());
        }
        if (!source.hasFiles()) {
            throw new ParameterException(spec.commandLine(), "--data needs --source json, csv or arrow");
        }
        return BenchData.there(directory);
    }

    private int parts() {
        return shards > 0 ? shards : Runtime.getRuntime().availableProcessors();
    }
}
