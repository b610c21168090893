package io.leat.tests.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: streams kept apart, exit codes, signals. */
final class ShellProcessTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dleat.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.leat.shell.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String errors() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    private int exit(Process process) throws Exception {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the process goes on");
        return process.exitValue();
    }

    @Test
    void rowsAndErrorsGoDifferentWays() throws Exception {
        Process process = start("-o", "csv");
        process.getOutputStream().write("SELECT '\u4e2d' AS a;\nSELECT nope;\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertEquals("a\n\u4e2d\n", output(process));
        assertEquals(1, exit(process));
        assertTrue(
                errors().startsWith("ERROR 42703 unknown column \"nope\"\n  2 | SELECT nope;\n    |        ^^^^\n"),
                errors());
    }

    @Test
    void statementsAreAnsweredWhileThePipeStaysOpen() throws Exception {
        Process process = start("-o", "json");
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            process.getOutputStream().write("SELECT 1 AS a;\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            assertEquals("{\"a\":1}", answers.readLine());
            process.getOutputStream().close();
            assertEquals(0, exit(process));
        }
    }

    @Test
    void runKeepsJobsGoingUntilItIsTold() throws Exception {
        Path script = Files.writeString(directory.resolve("job.sql"), """
                CREATE TABLE ticks (i INT) WITH ('connector' = 'datagen', 'rows-per-second' = '50');
                CREATE TABLE seen (i INT) WITH ('connector' = 'print');
                INSERT INTO seen SELECT i FROM ticks;
                """);
        Process process = start("run", script.toString(), "-o", "csv");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 20; i++) {
                assertTrue(lines.readLine() != null, "a line for each row");
            }
            process.destroy();
            assertEquals(0, exit(process), this::errorsForMessage);
        }
    }

    private String errorsForMessage() {
        try {
            return errors();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void theDemoEndsByItselfAndWritesNoControlCharacters() throws Exception {
        Process process = start("demo", "--seconds", "1");
        String output = output(process);
        assertEquals(0, exit(process), this::errorsForMessage);
        assertTrue(output.contains("CREATE MATERIALIZED VIEW daily AS"), output);
        assertTrue(output.contains("│ 2001-03-06 00:00:00.000 │ TX    │      44 │     0 │    80 │"), output);
        assertTrue(output.contains("Try next:"), output);
        assertTrue(output.chars().noneMatch(c -> c == 0x1b || c == '\r'), output);
    }
}
