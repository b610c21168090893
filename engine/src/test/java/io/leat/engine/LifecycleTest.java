package io.leat.engine;

import static io.leat.engine.Answers.eventually;
import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.threads;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.fake.Recording;
import io.leat.engine.fake.RecordingConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing ends everything and leaves nothing behind. */
class LifecycleTest {
    private static final String TABLE = "CREATE TABLE s (k STRING, v INT) WITH ('connector'='scripted', 'script'='s')";

    @Test
    void closingEndsThreadsSourcesAndSinks() {
        List<String> before = threads();
        Script script = new Script().row("p0", "a", 1);
        Recording recording = new Recording(SinkMode.CHANGELOG);
        Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .connector(new RecordingConnector(recording))
                .open();
        leat.execute(TABLE);
        leat.execute("CREATE TABLE out1 (k STRING, v INT) WITH ('connector'='recording')");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT k, SUM(v) AS v FROM s GROUP BY k");
        leat.execute("INSERT INTO out1 SELECT k, v FROM s");
        leat.subscribe("m", changes -> {});
        rows(leat, "SELECT * FROM m");
        assertEquals(1, script.openSources());
        assertEquals(1, recording.openSinks());
        leat.close();
        assertEquals(0, script.openSources());
        assertEquals(0, recording.openSinks());
        assertEquals(before, threads());
    }

    @Test
    void closingTwiceIsAsClosingOnce() {
        Leat leat = Leat.open();
        leat.close();
        leat.close();
        assertEquals(
                "the database is closed",
                fails(ErrorCode.CLOSED, () -> leat.query("SELECT 1")).getMessage());
    }

    @Test
    void everyUseAfterClosingSaysThatItIsClosed() {
        Leat leat = Leat.open();
        leat.execute("CREATE TABLE t (v INT)");
        Session session = leat.session();
        Prepared prepared = session.prepare("SELECT * FROM t WHERE v = ?");
        Appender appender = leat.appender("t");
        leat.close();
        fails(ErrorCode.CLOSED, () -> leat.execute("SHOW TABLES"));
        fails(ErrorCode.CLOSED, () -> session.execute("SET read.mode = latest"));
        fails(ErrorCode.CLOSED, () -> prepared.execute(1));
        fails(ErrorCode.CLOSED, () -> leat.subscribe("t", changes -> {}));
        fails(ErrorCode.CLOSED, () -> leat.appender("t"));
        fails(ErrorCode.CLOSED, () -> appender.append(1));
    }

    @Test
    void closingFlushesAppenders() {
        List<Changes> seen = Collections.synchronizedList(new ArrayList<>());
        Leat leat = Leat.open();
        leat.execute("CREATE TABLE t (v INT)");
        Appender appender = leat.appender("t").append(7);
        appender.close();
        leat.subscribe("t", seen::add);
        eventually(() -> seen.size() == 1);
        leat.close();
        assertEquals(List.of(7), seen.get(0).changes().get(0).row().values());
    }

    @Test
    void closingEndsACursorThatWaits() throws Exception {
        Leat leat = Leat.open();
        leat.execute("CREATE TABLE t (v INT)");
        Result changes = leat.query("SUBSCRIBE TO t");
        CompletableFuture<Object> reader = CompletableFuture.supplyAsync(changes::next);
        assertThrows(TimeoutException.class, () -> reader.get(50, TimeUnit.MILLISECONDS));
        leat.close();
        ExecutionException error = assertThrows(ExecutionException.class, () -> reader.get(5, TimeUnit.SECONDS));
        assertEquals("the database is closed", error.getCause().getMessage());
    }

    @Test
    void closingASubscriptionEndsItsThread() {
        List<String> before = threads();
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE t (v INT)");
            List<String> open = threads();
            Subscription subscription = leat.subscribe("t", changes -> {});
            assertEquals(open.size() + 1, threads().size());
            subscription.close();
            subscription.close();
            assertEquals(open, threads());
            assertTrue(subscription.awaitEnd(Duration.ZERO));
        }
        assertEquals(before, threads());
    }

    @Test
    void aSubscriptionMayCloseItselfAndTheDatabase() throws InterruptedException {
        Leat leat = Leat.open();
        leat.execute("CREATE TABLE t (v INT)");
        CountDownLatch closed = new CountDownLatch(1);
        leat.subscribe("t", changes -> {
            leat.close();
            closed.countDown();
        });
        leat.execute("INSERT INTO t VALUES (1)");
        assertTrue(closed.await(10, TimeUnit.SECONDS));
        fails(ErrorCode.CLOSED, () -> leat.execute("SELECT 1"));
    }

    @Test
    void aListenerThatThrowsEndsItsSubscriptionOnly() {
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE t (v INT)");
            Subscription failing = leat.subscribe("t", changes -> {
                throw new IllegalStateException("no");
            });
            leat.execute("INSERT INTO t VALUES (1)");
            LeatException error = fails(ErrorCode.DATA, () -> failing.awaitEnd(Duration.ofSeconds(10)));
            assertEquals("the listener of a subscription failed", error.getMessage());
            assertEquals("no", error.getCause().getMessage());
            assertEquals(List.of(List.of(1)), rows(leat, "SELECT * FROM t"));
        }
    }

    @Test
    void aSinkThatCannotBeClosedDoesNotKeepTheRestOpen() {
        List<String> before = threads();
        Script script = new Script().row("p0", "a", 1);
        Recording recording = new Recording(SinkMode.CHANGELOG)
                .failCloses(LeatException.of(ErrorCode.INPUT_OUTPUT, "the disk is full"));
        Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .connector(new RecordingConnector(recording))
                .open();
        leat.execute(TABLE);
        leat.execute("CREATE TABLE out1 (k STRING, v INT) WITH ('connector'='recording')");
        leat.execute("INSERT INTO out1 SELECT k, v FROM s");
        assertEquals(
                "the disk is full", fails(ErrorCode.INPUT_OUTPUT, leat::close).getMessage());
        assertEquals(0, script.openSources());
        assertEquals(before, threads());
    }

    @Test
    void aSourceThatNothingReadsAnyMoreIsClosedAndReadAgainFromItsStart() {
        Script script = new Script().row("p0", "a", 1);
        try (Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .open()) {
            leat.execute(TABLE);
            leat.execute("CREATE MATERIALIZED VIEW m AS SELECT k, SUM(v) AS v FROM s GROUP BY k");
            assertEquals(1, script.openSources());
            leat.execute("DROP MATERIALIZED VIEW m");
            assertEquals(0, script.openSources());
            script.row("p0", "a", 2);
            leat.execute("CREATE MATERIALIZED VIEW m AS SELECT k, SUM(v) AS v FROM s GROUP BY k");
            assertEquals(List.of(List.of("a", 3)), rows(leat, "SELECT * FROM m"));
            Result changes = leat.query("SUBSCRIBE TO (SELECT v FROM s)");
            changes.close();
            leat.execute("DROP MATERIALIZED VIEW m");
            eventually(() -> script.openSources() == 0);
        }
    }

    @Test
    void droppingAViewTellsThoseWhoFollowIt() {
        try (Leat leat = Leat.open()) {
            leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT v + 1 AS w FROM t");
            try (Result view = leat.query("SUBSCRIBE TO m");
                    Result query = leat.query("SUBSCRIBE TO (SELECT w FROM m)");
                    Result other = leat.query("SUBSCRIBE TO (SELECT v + 1 AS w FROM t)")) {
                leat.execute("DROP MATERIALIZED VIEW m");
                assertEquals(
                        "\"m\" was dropped",
                        fails(ErrorCode.UNKNOWN_OBJECT, view::next).getMessage());
                assertEquals(
                        "\"m\" was dropped",
                        fails(ErrorCode.UNKNOWN_OBJECT, query::next).getMessage());
                leat.execute("INSERT INTO t VALUES (1)");
                assertEquals(2, other.next().orElseThrow().get("w"));
                leat.execute("DROP TABLE t");
                fails(ErrorCode.UNKNOWN_OBJECT, other::next);
            }
        }
    }

    @Test
    void cancelEndsASelectThatWaits() throws Exception {
        Script script = new Script().row("p0", "a", 1);
        try (Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .open()) {
            leat.execute(
                    "CREATE TABLE b (k STRING, v INT) WITH ('connector'='scripted', 'script'='s', 'bounded'='true')");
            Session session = leat.session();
            CompletableFuture<Result> waiting =
                    CompletableFuture.supplyAsync(() -> session.execute("SELECT COUNT(*) FROM b"));
            assertThrows(TimeoutException.class, () -> waiting.get(100, TimeUnit.MILLISECONDS));
            session.cancel();
            ExecutionException error = assertThrows(ExecutionException.class, () -> waiting.get(2, TimeUnit.SECONDS));
            assertEquals("the statement was canceled", error.getCause().getMessage());
            assertEquals(0, script.openSources());
        }
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() {
        Script script = new Script().row("p0", "a", 1);
        try (Leat leat = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", script)))
                .open()) {
            leat.execute(
                    "CREATE TABLE b (k STRING, v INT) WITH ('connector'='scripted', 'script'='s', 'bounded'='true')");
            leat.execute("SET statement.timeout = 50");
            fails(ErrorCode.TIMEOUT, () -> leat.execute("SELECT COUNT(*) FROM b"));
            leat.execute("RESET statement.timeout");
            script.end();
            assertEquals(List.of(List.of(1L)), rows(leat, "SELECT COUNT(*) FROM b"));
            assertFalse(script.openSources() > 0);
        }
    }

    @Test
    void noFileStaysOpen(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("in.ndjson"), "{\"v\":1}\n");
        Leat leat = Leat.builder()
                .workingDirectory(directory)
                .directory(directory.resolve("db"))
                .open();
        leat.execute("CREATE TABLE a (v INT) WITH ('connector'='filesystem', 'path'='in.ndjson', 'format'='json',"
                + " 'source.monitor-interval'='10 ms')");
        leat.execute("CREATE TABLE b (v INT) WITH ('connector'='filesystem', 'path'='out', 'format'='json')");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v FROM a; INSERT INTO b SELECT v FROM a");
        assertEquals(List.of(List.of(1)), rows(leat, "SELECT * FROM m"));
        leat.close();
        assertEquals(List.of(), open(directory));
    }

    /** The files below a directory that this process has open, where the system tells. */
    private static List<String> open(Path directory) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return List.of();
        }
        List<String> open = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path one : all) {
                if (Files.isSymbolicLink(one) && Files.readSymbolicLink(one).startsWith(directory.toRealPath())) {
                    open.add(Files.readSymbolicLink(one).toString());
                }
            }
        }
        return open;
    }
}
