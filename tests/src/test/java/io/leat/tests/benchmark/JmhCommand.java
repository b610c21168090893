package io.leat.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code leat bench jmh}: the small benchmarks of single parts. */
@Command(
        name = "jmh",
        customSynopsis = "leat bench jmh [PATTERN...] [OPTION OF JMH...]",
        description =
                "Runs the JMH benchmarks of single parts (kernels, key tables, operators, decoders) whose names match, all of them without any pattern.")
final class JmhCommand implements Callable<Integer> {
    @Option(names = "--help", usageHelp = true, description = "Says this; -h is JMH's own.")
    private boolean help;

    /** As they stand: JMH's options have values. */
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
