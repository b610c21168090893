package io.leat.tests.exactly;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code leat crash}: kills processes while they work, and counts what is lost and what is repeated. */
@Command(
        name = "leat crash",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Starts Leat on a Kafka broker of its own, kills it with SIGKILL at random moments under load, starts it",
            "again, and compares all that its sinks hold in the end with a batch computation over the source topics."
        })
public final class CrashCommand implements Callable<Integer> {
    @Option(
            names = "--rounds",
            defaultValue = "10",
            description = "How often it is killed; ${DEFAULT-VALUE} by default.")
    private int rounds;

    @Option(names = "--rate", defaultValue = "2000", description = "Orders a second; ${DEFAULT-VALUE} by default.")
    private int rate;

    @Option(names = "--seed", defaultValue = "1", description = "For the moments; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Spec
    private CommandSpec spec;

    /** Runs the command line and ends the process with its exit code: 1 if anything was lost or repeated. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CrashCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path home = Files.createTempDirectory("leat-crash-");
        out.println(Round.HEADER);
        try (KillDriver driver = new KillDriver(home, seed, rate, round -> {
            out.println(round.line());
            out.flush();
        })) {
            Findings findings = driver.run(rounds);
            out.println(findings.rows() + " rows verified: " + findings.lost() + " lost, " + findings.repeated()
                    + " repeated");
            findings.problems().forEach(out::println);
            if (findings.problems().isEmpty()) {
                delete(home);
                return 0;
            }
            out.println("everything is left in " + home);
            return 1;
        } finally {
            out.flush();
        }
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
