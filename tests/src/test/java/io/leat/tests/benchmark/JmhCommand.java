package io.leat.tests.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code leat bench jmh}: the small benchmarks of single parts. */
@Command(name = "jmh", description = "Runs the JMH benchmarks of kernels, aggregates and joins.")
final class JmhCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "PATTERN", description = "Only benchmarks whose names match.")
    private List<String> patterns = new ArrayList<>();

    @Unmatched
    private List<String> optionsOfJmh = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        List<String> arguments = new ArrayList<>(patterns);
        arguments.addAll(optionsOfJmh);
        org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
        return 0;
    }
}
