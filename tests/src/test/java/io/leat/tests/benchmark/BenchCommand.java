package io.leat.tests.benchmark;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leat bench}: measures. */
@Command(
        name = "leat bench",
        description = "Measures how fast Leat is on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            NexmarkCommand.class,
            GrowthCommand.class,
            LatencyCommand.class,
            CheckpointCommand.class,
            RecoveryCommand.class,
            JournalCommand.class,
            JmhCommand.class
        })
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new BenchCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.USAGE;
    }
}
