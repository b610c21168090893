package io.leat.tests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leat bench journal}: how many statements become safe in a second. */
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Lets sessions insert single rows into a database directory, each when its last one is safe.")
final class JournalCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "SESSIONS", description = "How many at a time; 1, 4 and 16 without any.")
    private List<Integer> sessions = new ArrayList<>();

    @Option(
            names = "--seconds",
            description = "How long to measure, after as long to warm up (default: ${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Option(names = "--directory", description = "Where the database is made; among temporary files without.")
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Integer> chosen = sessions.isEmpty() ? List.of(1, 4, 16) : sessions;
        System.out.println("java " + String.join(" ", Child.flags()) + ", " + directory);
        System.out.printf(
                "%9s %10s %10s %12s %10s %10s %16s%n",
                "sessions", "inserts/s", "syncs/s", "inserts/sync", "median ms", "99% ms", "bare syncs/s");
        boolean failed = false;
        for (int count : chosen) {
            Path database = Files.createTempDirectory(directory, "leat-bench-");
            try {
                Optional<Figures> figures =
                        Child.run(JournalRun.class, List.of(database.toString(), "" + count, "" + seconds));
                System.out.println(figures.map(found -> line(count, found)).orElse(count + " failed"));
                failed = failed || figures.isEmpty();
            } finally {
                BenchData.delete(database);
            }
        }
        return failed ? 1 : 0;
    }

    private static String line(int sessions, Figures found) {
        return String.format(
                Locale.ROOT,
                "%9d %,10.0f %,10.0f %12.2f %10.2f %10.2f %,16.0f",
                sessions,
                found.get("inserts_per_second"),
                found.get("syncs_per_second"),
                found.get("inserts_per_second") / found.get("syncs_per_second"),
                found.get("median_ms"),
                found.get("p99_ms"),
                found.get("bare_syncs_per_second"));
    }
}
