package io.leat.tests.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Windows that have closed are forgotten: ten million rows over a million keys fit into 256 MB. */
class ClosedWindowsTest {
    private static final long ROWS = 10_000_000;
    private static final long KEYS = 1_000_000;
    private static final long PATIENCE_MINUTES = 6;

    @Test
    void closedWindowsAreForgotten() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClosingWindows.class.getName(),
                        Long.toString(ROWS),
                        Long.toString(KEYS))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        String[] said = output.strip().split(" ");
        assertEquals("finished", said[0], output);
        assertEquals(ROWS, Long.parseLong(said[1]), "every row is a group of its own in its window");
        assertEquals(1, Long.parseLong(said[2]), "only the one group of the view's COUNT(*) is remembered");
    }
}
