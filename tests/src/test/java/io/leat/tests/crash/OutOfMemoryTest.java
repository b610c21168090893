package io.leat.tests.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Leat;
import io.leat.engine.Row;
import io.leat.shell.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose memory is too small for what its views remember. */
class OutOfMemoryTest {
    private static final String TABLE = "CREATE TABLE bid (auction BIGINT, bidder BIGINT, price BIGINT) WITH ("
            + "'connector'='nexmark', 'table'='bid', 'events'='2000000')";
    private static final String VIEW = "CREATE MATERIALIZED VIEW pairs AS"
            + " SELECT auction, bidder, COUNT(*) AS n, SUM(price) AS total FROM bid GROUP BY auction, bidder";
    private static final String QUESTION = "SELECT COUNT(*) AS pairs, SUM(n) AS bids, SUM(total) AS total FROM pairs";

    @TempDir
    Path home;

    private int run(int megabytes, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it did not end");
        return process.exitValue();
    }

    private String said(String file) throws IOException {
        return Files.readString(home.resolve(file));
    }

    private static List<List<Object>> answer(Leat leat) {
        return leat.query(QUESTION).rows().stream().map(Row::values).toList();
    }

    private static List<List<Object>> expected() {
        try (Leat leat = Leat.open()) {
            leat.execute(TABLE);
            leat.execute(VIEW);
            return answer(leat);
        }
    }

    @Test
    void theEngineStopsAndSaysSoAndTheDirectoryGoesOnWithMore() throws IOException, InterruptedException {
        Path script = Files.writeString(home.resolve("script.sql"), String.join(";\n", TABLE, VIEW, QUESTION, ""));
        Path database = home.resolve("database");

        assertEquals(1, run(64, database, "-f", script), () -> "it ended well");
        String error = said("err");
        assertTrue(error.contains("ERROR 53200 out of memory: the heap of "), error);
        assertTrue(error.contains("or give the JVM more: -Xmx, in LEAT_JAVA_OPTS for ./leat."), error);

        try (Leat leat = Leat.open(database)) {
            assertEquals(expected(), answer(leat));
        }
    }

    @Test
    void aStatementThatNeedsTooMuchEndsAndTheRestGoesOn() throws IOException, InterruptedException {
        Path script = Files.writeString(
                home.resolve("script.sql"),
                String.join(
                        ";\n",
                        TABLE,
                        "CREATE TABLE small (v INT)",
                        "CREATE MATERIALIZED VIEW doubled AS SELECT v * 2 AS v FROM small",
                        "INSERT INTO small VALUES (21)",
                        "SELECT auction, bidder, COUNT(*) AS n, COUNT(DISTINCT price) AS prices FROM bid GROUP BY auction, bidder",
                        "SELECT v FROM doubled",
                        ""));

        assertEquals(1, run(64, "-f", script, "--continue-on-error", "-o", "csv"), () -> "it ended well");
        assertTrue(said("err").contains("ERROR 53200 out of memory: the heap of "), said("err"));
        assertTrue(said("out").endsWith("v\n42\n"), said("out"));
    }
}
