package io.leat.tests.exactly;

import io.leat.shell.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process that has the database, from its start to its end. */
final class Life {
    private static final List<String> FLAGS = List.of(
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

    private final Process process;
    private final Path log;
    private final long logged;

    private Life(Process process, Path log, long logged) {
        this.process = process;
        this.log = log;
        this.logged = logged;
    }

    /** Starts {@code leat} with the class path of this process; what it says is added to a file. */
    static Life start(Path log, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        long before = Files.exists(log) ? Files.size(log) : 0;
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Life(process, log, before);
    }

    /** Whether it has run its script, and goes on with what is defined. */
    boolean isReady() {
        return said().contains("running until SIGTERM");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
        process.toHandle().destroyForcibly();
        await();
    }

    /** Asks it to end, as {@code kill} does, and answers its exit code. */
    int stop() {
        process.toHandle().destroy();
        return await();
    }

    /** Waits for its end and answers its exit code. */
    int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process does not end: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has said. */
    String said() {
        try {
            return Files.readString(log).substring((int) logged);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
