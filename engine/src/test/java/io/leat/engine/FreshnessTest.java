package io.leat.engine;

import static io.leat.engine.Answers.eventually;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.ManualClock;
import io.leat.engine.fake.Recording;
import io.leat.engine.fake.RecordingConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SELECT sees everything that its sources held when it was issued, unless it asks for less. */
class FreshnessTest {
    @TempDir
    Path directory;

    @Test
    void aSelectSeesEveryLineThatWasThereBeforeIt() throws IOException {
        Path file = Files.writeString(directory.resolve("grows.ndjson"), "");
        try (Leat leat = Leat.builder().workingDirectory(directory).open()) {
            leat.execute("CREATE TABLE g (v INT) WITH ('connector'='filesystem', 'path'='grows.ndjson',"
                    + " 'format'='json', 'source.monitor-interval'='20 ms')");
            leat.execute("CREATE MATERIALIZED VIEW m AS SELECT COUNT(*) AS n FROM g");
            for (long i = 1; i <= 30; i++) {
                Files.writeString(file, "{\"v\":" + i + "}\n", StandardOpenOption.APPEND);
                assertEquals(i, value(leat, i % 2 == 0 ? "SELECT n FROM m" : "SELECT COUNT(*) FROM g"));
            }
        }
    }

    @Test
    void afterAFlushTheRowsOfJobsAreOutside() {
        Recording recording = new Recording(SinkMode.APPEND_ONLY);
        Leat.Builder options = Leat.builder()
                .connector(new RecordingConnector(recording))
                .clock(new ManualClock(0))
                .byHand(Runnable::run);
        try (Leat leat = options.open()) {
            leat.execute("CREATE TABLE t (v INT); CREATE TABLE out (v INT) WITH ('connector'='recording');"
                    + "CREATE JOB j AS INSERT INTO out SELECT v FROM t; INSERT INTO t VALUES (1); FLUSH");
            leat.execute("INSERT INTO t VALUES (2)");
            assertEquals(List.of("+[1]", "flush", "+[2]"), recording.events());
            leat.execute("FLUSH");
            assertEquals(List.of("+[1]", "flush", "+[2]", "flush"), recording.events());
        }
    }

    @Test
    void latestAnswersAtOnceAndFlushWaits() {
        Script script = new Script();
        for (int i = 0; i < 500; i++) {
            script.row("p0", i);
        }
        script.rowsPerPoll(0);
        try (Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .open()) {
            leat.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s')");
            leat.execute("SET read.mode = latest");
            leat.execute("CREATE MATERIALIZED VIEW m AS SELECT COUNT(*) AS n FROM s");
            assertEquals(0L, value(leat, "SELECT n FROM m"));
            script.rowsPerPoll(50);
            leat.execute("FLUSH");
            assertEquals(500L, value(leat, "SELECT n FROM m"));
            assertEquals(0L, value(leat, "SELECT SUM(lag) FROM leat.sources"));
        }
    }

    @Test
    void aLimitWithoutAnOrderReadsNoFurther() {
        Script script = new Script().rowsPerPoll(10);
        for (int i = 0; i < 100; i++) {
            script.row("p0", i);
        }
        script.failure("p0", LeatException.of(ErrorCode.CONNECTION, "too far"));
        try (Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .open()) {
            leat.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s', 'bounded'='true')");
            assertEquals(5L, value(leat, "SELECT COUNT(*) FROM (VALUES (1), (2), (3), (4), (5)) AS five"));
            assertEquals(
                    List.of(List.of(12), List.of(14)),
                    Answers.rows(leat, "SELECT v FROM s WHERE v % 2 = 0 LIMIT 2 OFFSET 6"));
            assertEquals(3, Answers.rows(leat, "PRINT s LIMIT 3").size());
            Answers.fails(ErrorCode.CONNECTION, () -> leat.execute("SELECT v FROM s ORDER BY v LIMIT 2"));
            assertEquals(0, script.openSources());
        }
    }

    @Test
    void whatEndsByItselfIsAwaited() {
        Script script = new Script().row("p0", 1);
        try (Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .open()) {
            leat.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s', 'bounded'='true')");
            leat.execute("CREATE MATERIALIZED VIEW m AS SELECT COUNT(*) AS n FROM s");
            Subscription subscription = leat.subscribe("m", changes -> {});
            assertTrue(!leat.awaitCompletion(Duration.ofMillis(50)));
            script.row("p0", 2).end();
            assertTrue(leat.awaitCompletion(Duration.ofSeconds(20)));
            assertTrue(subscription.awaitEnd(Duration.ofSeconds(20)));
            assertEquals(2L, value(leat, "SELECT n FROM m"));
            assertEquals("finished", value(leat, "SELECT status FROM leat.views"));
            eventually(() -> value(leat, "SELECT status FROM leat.sources").equals("finished"));
        }
    }
}
