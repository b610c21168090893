package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.executor.storage.CrashMode;
import io.leat.executor.storage.FaultyStorage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows of ordinary tables in a database directory: there again when it is opened, and safe when a statement returns. */
class DurableTablesTest {
    private FaultyStorage disk = new FaultyStorage();
    private long checkpointBytes = 1 << 20;

    private Leat open() {
        return Leat.builder()
                .storage(disk.storage())
                .checkpointBytes(checkpointBytes)
                .open();
    }

    /** The power fails now. */
    private void crash() {
        disk = disk.crashAt(disk.steps(), CrashMode.LOST, 0).recovered();
    }

    private static void write(Leat leat) {
        leat.execute(
                "CREATE TABLE plain (k INT, v STRING); CREATE TABLE keyed (k INT PRIMARY KEY NOT ENFORCED, v STRING)");
        leat.execute("INSERT INTO plain VALUES (1, 'a'), (1, 'a'), (2, 'b'), (3, NULL)");
        leat.execute("INSERT INTO keyed VALUES (1, 'a'), (2, 'b'), (3, 'c')");
        leat.execute("UPDATE plain SET v = 'c' WHERE k = 2; DELETE FROM plain WHERE k = 3");
        leat.execute("INSERT INTO keyed VALUES (1, 'x'); DELETE FROM keyed WHERE k = 3");
        leat.execute("INSERT INTO keyed SELECT k + 10, v FROM keyed");
    }

    private static void check(Leat leat) {
        assertEquals(
                List.of(List.of(1, "a"), List.of(1, "a"), List.of(2, "c")),
                rows(leat, "SELECT * FROM plain ORDER BY k"));
        assertEquals(
                List.of(List.of(1, "x"), List.of(2, "b"), List.of(11, "x"), List.of(12, "b")),
                rows(leat, "SELECT * FROM keyed ORDER BY k"));
    }

    @Test
    void rowsSurviveACrash() {
        write(open());
        crash();
        Leat leat = open();
        check(leat);
        leat.execute("INSERT INTO plain VALUES (4, 'd')");
        crash();
        assertEquals(4L, value(open(), "SELECT COUNT(*) FROM plain"));
    }

    @Test
    void rowsSurviveClosing() {
        try (Leat leat = open()) {
            write(leat);
        }
        assertTrue(disk.paths().toString().contains(".checkpoint"), disk::toString);
        int steps = disk.steps();
        try (Leat leat = open()) {
            check(leat);
            leat.execute("CREATE MATERIALIZED VIEW counts AS SELECT v, COUNT(*) AS n FROM keyed GROUP BY v");
            assertEquals(List.of(List.of("b", 2L), List.of("x", 2L)), rows(leat, "SELECT * FROM counts ORDER BY v"));
        }
        assertTrue(disk.steps() > steps);
        try (Leat leat = open()) {
            check(leat);
            assertEquals(List.of(List.of("b", 2L), List.of("x", 2L)), rows(leat, "SELECT * FROM counts ORDER BY v"));
        }
    }

    @Test
    void eventTimeSurvives() {
        Leat leat = open();
        leat.execute("CREATE TABLE e (v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts)");
        leat.execute("CREATE TABLE ended (v INT)");
        leat.execute("INSERT INTO e VALUES (1, TIMESTAMP '2026-01-01 10:00:00')");
        try (Appender ended = leat.appender("ended")) {
            ended.append(7).end();
        }
        crash();
        leat = open();
        leat.execute("CREATE MATERIALIZED VIEW w AS SELECT window_start, COUNT(*) AS n"
                + " FROM TABLE(TUMBLE(TABLE e, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end"
                + " EMIT FINAL");
        leat.execute("ALTER TABLE e ADVANCE WATERMARK TO TIMESTAMP '2026-01-01 11:00:00'");
        leat.execute("INSERT INTO e VALUES (2, TIMESTAMP '2026-01-01 10:30:00')");
        List<List<Object>> first = List.of(List.of(LocalDateTime.parse("2026-01-01T10:00:00"), 1L));
        assertEquals(first, rows(leat, "SELECT * FROM w"));
        crash();
        leat = open();
        assertEquals(first, rows(leat, "SELECT * FROM w"));
        assertEquals(2L, value(leat, "SELECT COUNT(*) FROM e"));
        Leat again = leat;
        fails(ErrorCode.NOT_ALLOWED, () -> again.execute("INSERT INTO ended VALUES (8)"));
        assertEquals(7, value(leat, "SELECT v FROM ended"));
    }

    @Test
    void aTableMadeAgainIsEmpty() {
        Leat leat = open();
        leat.execute("CREATE TABLE t (v INT); INSERT INTO t VALUES (1); DROP TABLE t; CREATE TABLE t (v INT)");
        leat.execute("CREATE TABLE u (v INT); INSERT INTO u VALUES (1); CREATE OR REPLACE TABLE u (v INT)");
        leat.execute("CREATE TABLE gone (v INT); INSERT INTO gone VALUES (1); DROP TABLE gone");
        leat.execute("CREATE TEMPORARY TABLE other (v INT); INSERT INTO other VALUES (1)");
        crash();
        leat = open();
        leat.execute("CREATE TABLE gone (v INT); CREATE TABLE other (v INT); INSERT INTO t VALUES (2)");
        crash();
        try (Leat last = open()) {
            assertEquals(List.of(List.of(2)), rows(last, "SELECT * FROM t"));
            for (String table : List.of("u", "gone", "other")) {
                assertEquals(0L, value(last, "SELECT COUNT(*) FROM " + table));
            }
        }
    }

    @Test
    void checkpointsKeepTheJournalShort() {
        checkpointBytes = 2_000;
        Leat leat = open();
        leat.execute("CREATE TABLE still (v INT); CREATE TABLE t (v INT); INSERT INTO still VALUES (1)");
        for (int i = 0; i < 300; i++) {
            leat.query("INSERT INTO t VALUES (?)", i);
        }
        long bytes = disk.paths().stream().mapToLong(disk::size).sum();
        assertTrue(bytes < 40_000, () -> disk.paths() + " have " + bytes);
        assertEquals(
                2,
                disk.paths().stream()
                        .filter(path -> path.endsWith(".checkpoint"))
                        .count());
        crash();
        try (Leat again = open()) {
            assertEquals(300L, value(again, "SELECT COUNT(DISTINCT v) FROM t"));
            assertEquals(1, value(again, "SELECT v FROM still"));
        }
    }

    @Test
    void aFullDiskRefusesWritesAndServesReads() {
        Leat leat = open();
        leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS s FROM t");
        leat.execute("INSERT INTO t VALUES (1)");
        disk.room(10);
        LeatException full = fails(ErrorCode.DISK_FULL, () -> leat.execute("INSERT INTO t VALUES (2)"));
        assertTrue(full.getMessage().startsWith("no room on the disk for memory/journal/"), full.getMessage());
        assertEquals(
                "Free some space and try again; reading goes on meanwhile.",
                full.hint().orElseThrow());
        fails(ErrorCode.DISK_FULL, () -> leat.execute("UPDATE t SET v = 3"));
        fails(ErrorCode.DISK_FULL, () -> leat.execute("CREATE TABLE u (v INT)"));
        assertEquals(1, value(leat, "SELECT s FROM m"));
        disk.room(Long.MAX_VALUE);
        leat.execute("INSERT INTO t VALUES (4); CREATE TABLE u (v INT)");
        assertEquals(5, value(leat, "SELECT s FROM m"));
        crash();
        assertEquals(List.of(List.of(1), List.of(4)), rows(open(), "SELECT v FROM t ORDER BY v"));
    }

    @Test
    void aFailedSyncStopsTheEngine() {
        Leat leat = open();
        leat.execute("CREATE TABLE t (v INT); INSERT INTO t VALUES (1)");
        disk.failSyncs(true);
        LeatException error = fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("INSERT INTO t VALUES (2)"));
        assertEquals(
                "the journal cannot be made safe: cannot sync memory/journal/00000000000000000001.journal",
                error.getMessage());
        disk.failSyncs(false);
        fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("INSERT INTO t VALUES (3)"));
        fails(ErrorCode.INPUT_OUTPUT, () -> rows(leat, "SELECT * FROM t"));
        leat.close();
        crash();
        assertEquals(List.of(List.of(1)), rows(open(), "SELECT * FROM t"));
    }

    @Test
    void whoeverFollowsAViewSeesNothingThatIsNotSafe() {
        Leat leat = open();
        leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT v FROM t");
        List<Changes> seen = new ArrayList<>();
        leat.subscribe("m", seen::add);
        disk.failSyncs(true);
        fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("INSERT INTO t VALUES (2)"));
        leat.close();
        assertTrue(seen.stream().allMatch(changes -> changes.changes().isEmpty()), seen::toString);
    }

    @Test
    void writesOfSeveralSessionsShareSyncs() throws InterruptedException {
        Leat leat = open();
        leat.execute("CREATE TABLE t (w INT, v INT)");
        disk.beforeEachStep(() -> LockSupport.parkNanos(1_000_000));
        int before = disk.steps();
        List<Thread> writers = IntStream.range(0, 8)
                .mapToObj(writer -> new Thread(() -> {
                    for (int i = 0; i < 50; i++) {
                        leat.query("INSERT INTO t VALUES (?, ?)", writer, i);
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        int steps = disk.steps() - before;
        assertTrue(steps < 1_000, () -> "400 statements took " + steps + " steps; alone each takes 3");
        crash();
        assertEquals(List.of(List.of(400L, 8L)), rows(open(), "SELECT COUNT(*), COUNT(DISTINCT w) FROM t"));
    }

    @Test
    void columnsThatWereChangedByHandAreRefused() {
        Leat leat = open();
        leat.execute("CREATE TABLE t (v INT); INSERT INTO t VALUES (1)");
        crash();
        disk.storage().replace("catalog.sql", "-- leat catalog 1\nCREATE TABLE t (v BIGINT);\n".getBytes());
        LeatException error = fails(ErrorCode.FOREIGN_FORMAT, this::open);
        assertEquals(
                "the database cannot be opened: CREATE TABLE t (v BIGINT): the rows of table \"t\" were written with other"
                        + " columns",
                error.getMessage());
        assertEquals("they have INT, catalog.sql says BIGINT", error.detail().orElseThrow());
    }

    @Test
    void aDatabaseOfAnotherFormatIsRefused() {
        open().close();
        disk.storage().replace("leat.format", "leat database 3\nand more\n".getBytes());
        LeatException newer = fails(ErrorCode.FOREIGN_FORMAT, this::open);
        assertEquals("the database in memory/ has format 3", newer.getMessage());
        assertEquals(
                "It was written by another version of Leat, or by something else; this one reads format 2.",
                newer.hint().orElseThrow());
        disk.storage().replace("leat.format", "something\n".getBytes());
        assertEquals(
                "the database in memory/ has an unknown format",
                fails(ErrorCode.FOREIGN_FORMAT, this::open).getMessage());
        disk.storage().replace("leat.format", "leat database 2\nnobody\n".getBytes());
        assertEquals(
                "memory/leat.format does not say which database it is",
                fails(ErrorCode.DATA_CORRUPTED, this::open).getMessage());
        disk.storage().delete("leat.format");
        assertEquals(
                "memory/leat.format is missing",
                fails(ErrorCode.DATA_CORRUPTED, this::open).getMessage());
    }
}
