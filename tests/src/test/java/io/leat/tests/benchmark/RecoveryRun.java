package io.leat.tests.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts Leat with a directory of {@link RecoveryBuild} as people do, through the launcher, asks one of its views, and kills
 * the process before it changes anything.
 */
final class RecoveryRun {
    private static final String QUERY = "SELECT bids FROM totals;\n";
    private static final String LOGGED = "-Dorg.slf4j.simpleLogger.log.io.leat.engine.durable.Recovery=debug";
    private static final Pattern PARTS =
            Pattern.compile(".*found in (\\d+) ms, read back in (\\d+) ms, (\\d+) records replayed in (\\d+) ms.*");

    private final Path launcher = Path.of(System.getProperty("leat.home", "..")).resolve("leat");
    private final Path directory;
    private final long bids;

    /** For a directory into which so many events came. */
    RecoveryRun(Path directory, long events) {
        this.directory = directory;
        this.bids = RecoveryViews.bids(events);
    }

    /** Lets the launcher build what it needs, so that this is not measured. */
    void prepare() throws IOException, InterruptedException {
        new ProcessBuilder(launcher.toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** How long what took, in seconds; empty if there was no answer or a wrong one, which is shown. */
    Optional<Figures> measure() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(launcher.toString(), directory.toString(), "-o", "csv"));
        builder.environment().merge("LEAT_JAVA_OPTS", LOGGED, (given, logged) -> given + " " + logged);
        long begin = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        try (Writer input = process.outputWriter(StandardCharsets.UTF_8);
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            input.write(QUERY);
            input.flush();
            return answer(process, output, begin);
        } finally {
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }

    private Optional<Figures> answer(Process process, BufferedReader output, long begin) throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher parts = PARTS.matcher(line);
            if (parts.matches()) {
                values.put("finding", Double.parseDouble(parts.group(1)) / 1e3);
                values.put("reading", Double.parseDouble(parts.group(2)) / 1e3);
                values.put("records", Double.parseDouble(parts.group(3)));
                values.put("replaying", Double.parseDouble(parts.group(4)) / 1e3);
            } else if (line.equals(Long.toString(bids))) {
                values.put("answer", (System.nanoTime() - begin) / 1e9);
                Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                values.put("cpu", cpu.toMillis() / 1e3);
                return Optional.of(new Figures(values));
            }
            said.append(line).append(System.lineSeparator());
        }
        System.err.println("there is no answer of " + bids + " bids:" + System.lineSeparator() + said);
        return Optional.empty();
    }
}
