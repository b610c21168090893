package io.leat.tests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leat bench recovery}: how long it takes to have a database back after a crash. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        description = "Builds a database directory, lets the process die, and measures how soon another one answers.")
final class RecoveryCommand implements Callable<Integer> {
    /** About what an event leaves in the state of the views of {@link RecoveryViews}. */
    private static final double STATE_BYTES_AN_EVENT = 330;

    private static final double MEBIBYTE = 1 << 20;

    @Option(names = "--state-mb", description = "About how much the views remember (default: ${DEFAULT-VALUE}).")
    private int stateMegabytes = 1_024;

    @Option(
            names = "--behind",
            paramLabel = "EVENTS",
            description = "About how many events come after the last checkpoint (default: ${DEFAULT-VALUE}).")
    private long behind = 100_000;

    @Option(names = "--rounds", description = "How often it is opened (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("leat-bench-");
        try {
            long events = (long) (stateMegabytes * MEBIBYTE / STATE_BYTES_AN_EVENT);
            System.out.println("java " + String.join(" ", Child.flags()) + ", " + events + " events");
            Optional<Figures> built =
                    Child.run(RecoveryBuild.class, List.of(directory.toString(), "" + events, "" + behind));
            if (built.isEmpty()) {
                System.out.println("the directory could not be built");
                return 1;
            }
            System.out.printf(
                    Locale.ROOT,
                    "state %,.0f MB, files %,.0f MB%n",
                    built.get().get("state_bytes") / MEBIBYTE,
                    ReadingFiles.bytes(directory) / MEBIBYTE);
            return measure(directory, events);
        } finally {
            BenchData.delete(directory);
        }
    }

    private int measure(Path directory, long events) throws IOException, InterruptedException {
        System.out.println("seconds; the files are in the page cache");
        System.out.printf(
                "%9s %9s %9s %9s %9s %9s %9s %12s%n",
                "answer", "finding", "reading", "replay", "rest", "CPU s", "records", "files once");
        RecoveryRun run = new RecoveryRun(directory, events);
        run.prepare();
        for (int round = 0; round < rounds; round++) {
            double once = ReadingFiles.secondsToRead(directory);
            Optional<Figures> figures = run.measure();
            if (figures.isEmpty()) {
                System.out.println("failed");
                return 1;
            }
            System.out.println(line(figures.get(), once));
        }
        return 0;
    }

    private static String line(Figures found, double once) {
        double parts = found.get("finding") + found.get("reading") + found.get("replaying");
        return String.format(
                Locale.ROOT,
                "%9.2f %9.2f %9.2f %9.2f %9.2f %9.2f %,9.0f %12.2f",
                found.get("answer"),
                found.get("finding"),
                found.get("reading"),
                found.get("replaying"),
                found.get("answer") - parts,
                found.get("cpu"),
                found.get("records"),
                once);
    }
}
