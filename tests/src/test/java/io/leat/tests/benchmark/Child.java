package io.leat.tests.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JVM of its own for one measurement, with the class path of this one. */
final class Child {
    private static final String COLLECTOR = "-XX:+UseParallelGC";
    private static final String LOGGING = "-Dorg.slf4j.simpleLogger.defaultLogLevel=error";
    private static final List<String> FLAGS = List.of(
            "-Xms3g", "-Xmx8g", "-Xmn512m", "-XX:MaxTenuringThreshold=1", "-XX:MetaspaceSize=128m", COLLECTOR, LOGGING);

    private Child() {}

    /** The JVM and its flags, as every measurement has them. */
    static List<String> flags() {
        String own = System.getenv().getOrDefault("LEAT_BENCH_JAVA_OPTS", "");
        return own.isBlank() ? FLAGS : List.of(own.trim().split("\\s+"));
    }

    /**
     * Runs a main class, shows what it says but its figures, and answers those; empty if it failed.
     */
    static Optional<Figures> run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.add("-Dleat.home=" + System.getProperty("leat.home", ".."));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Optional<Figures> figures = Optional.empty();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Figures> parsed = Figures.parse(line);
                figures = parsed.isPresent() ? parsed : figures;
                if (parsed.isEmpty()) {
                    System.err.println(line);
                }
            }
        }
        return process.waitFor() == 0 ? figures : Optional.empty();
    }
}
