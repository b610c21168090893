package io.leat.tests.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leat bench latency}: how long after an event was due, or a window ended, a subscriber has the change. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "Lets events come at a rate, and measures when a subscriber has what they change.")
final class LatencyCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "q1, q5 or q7; all without any.")
    private List<LatencyQuery> queries = new ArrayList<>();

    @Option(names = "--rate", description = "Events per second of all three tables (default: ${DEFAULT-VALUE}).")
    private long rate = 50_000;

    @Option(
            names = "--seconds",
            description = "How long to measure, after as long to warm up (default: ${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<LatencyQuery> chosen = queries.isEmpty() ? List.of(LatencyQuery.values()) : queries;
        System.out.println("java " + String.join(" ", Child.flags()) + ", Java " + Runtime.version());
        System.out.printf("%-6s %10s %10s %10s %12s%n", "query", "median ms", "99% ms", "most ms", "changes");
        boolean failed = false;
        for (LatencyQuery query : chosen) {
            Optional<Figures> figures = Child.run(LatencyRun.class, List.of(query.name(), "" + rate, "" + seconds));
            System.out.println(figures.map(found -> line(query, found)).orElse(query + " failed"));
            failed = failed || figures.isEmpty();
        }
        return failed ? 1 : 0;
    }

    private static String line(LatencyQuery query, Figures found) {
        return String.format(
                Locale.ROOT,
                "%-6s %10.2f %10.2f %10.2f %,12.0f",
                query,
                found.get("median_ms"),
                found.get("p99_ms"),
                found.get("most_ms"),
                found.get("changes"));
    }
}
