package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE: all rows or none, views follow at once, nobody's change is lost. */
class WritesTest {
    private final Leat leat = Leat.open();

    @AfterEach
    void close() {
        leat.close();
    }

    @Test
    void whoeverWritesReadsWhatHeWrote() {
        leat.execute("CREATE TABLE t (k STRING, v INT)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT k, SUM(v) AS v FROM t GROUP BY k");
        leat.execute("SET read.mode = latest");
        for (int i = 1; i <= 200; i++) {
            leat.query("INSERT INTO t VALUES (?, ?)", "a", i).close();
            assertEquals(i * (i + 1) / 2, value(leat, "SELECT v FROM m"));
        }
    }

    @Test
    void countsAreOfRowsAndNotOfDifferentRows() {
        leat.execute("CREATE TABLE t (k STRING, v INT)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT COUNT(*) AS n, SUM(v) AS v FROM t");
        assertEquals(
                4,
                leat.execute("INSERT INTO t VALUES ('a', 1), ('a', 1), ('b', 2), (NULL, NULL)")
                        .count());
        assertEquals(2, leat.execute("UPDATE t SET v = v + 10 WHERE k = 'a'").count());
        assertEquals(List.of(List.of(4L, 24)), rows(leat, "SELECT * FROM m"));
        assertEquals(1, leat.execute("DELETE FROM t WHERE k IS NULL").count());
        assertEquals(2, leat.execute("DELETE FROM t WHERE v = 11").count());
        assertEquals(0, leat.execute("DELETE FROM t WHERE v = 11").count());
        assertEquals(List.of(List.of(1L, 2)), rows(leat, "SELECT * FROM m"));
        assertEquals(1, leat.execute("DELETE FROM t").count());
        assertEquals(Arrays.asList(0L, null), rows(leat, "SELECT * FROM m").get(0));
    }

    @Test
    void aKeyedTableKeepsTheLatestRowOfEachKey() {
        leat.execute("CREATE TABLE t (k STRING, v INT, PRIMARY KEY (k) NOT ENFORCED)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT COUNT(*) AS n, SUM(v) AS v FROM t");
        leat.execute("INSERT INTO t VALUES ('a', 1), ('b', 2), ('a', 3)");
        assertEquals(List.of(List.of(2L, 5)), rows(leat, "SELECT * FROM m"));
        leat.execute("INSERT INTO t VALUES ('b', 7)");
        leat.execute("UPDATE t SET k = 'c' WHERE k = 'a'");
        assertEquals(List.of(List.of("b", 7), List.of("c", 3)), rows(leat, "SELECT * FROM t ORDER BY k"));
        leat.execute("UPDATE t SET k = k || k, v = v + 1");
        leat.execute("DELETE FROM t WHERE k = 'bb'");
        assertEquals(List.of(List.of("cc", 4)), rows(leat, "SELECT * FROM t"));
        assertEquals(List.of(List.of(1L, 4)), rows(leat, "SELECT * FROM m"));
    }

    @Test
    void aStatementThatFailsChangesNothing() {
        leat.execute("CREATE TABLE t (k INT NOT NULL, d AS 10 / k)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(k) AS k, SUM(d) AS d FROM t");
        leat.execute("INSERT INTO t VALUES (1), (2)");
        assertEquals(
                "column \"k\" of table \"t\" cannot be NULL",
                fails(ErrorCode.NOT_NULL, () -> leat.execute("INSERT INTO t SELECT NULLIF(k, 2) FROM t"))
                        .getMessage());
        fails(ErrorCode.DIVISION_BY_ZERO, () -> leat.execute("INSERT INTO t VALUES (5), (0)"));
        fails(ErrorCode.DIVISION_BY_ZERO, () -> leat.execute("UPDATE t SET k = k - 1"));
        fails(ErrorCode.NUMERIC_OUT_OF_RANGE, () -> leat.execute("UPDATE t SET k = k + 2147483646"));
        assertEquals(List.of(List.of(3, 15)), rows(leat, "SELECT * FROM m"));
        assertEquals(List.of(List.of(1, 10), List.of(2, 5)), rows(leat, "SELECT * FROM t ORDER BY k"));
    }

    @Test
    void insertFromItselfSeesTheRowsBeforeIt() {
        leat.execute("CREATE TABLE t (v INT); INSERT INTO t VALUES (1), (2)");
        leat.execute("CREATE VIEW l AS SELECT v + 10 AS v FROM t");
        assertEquals(2, leat.execute("INSERT INTO t SELECT v FROM l").count());
        assertEquals(4, leat.execute("INSERT INTO t SELECT v FROM t").count());
        assertEquals(52, value(leat, "SELECT SUM(v) FROM t"));
    }

    @Test
    void noUpdateIsLost() {
        leat.execute("CREATE TABLE keyed (k STRING, v INT, PRIMARY KEY (k) NOT ENFORCED)");
        leat.execute("CREATE TABLE bag (k STRING, v INT)");
        leat.execute("INSERT INTO keyed VALUES ('a', 0); INSERT INTO bag VALUES ('a', 0)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v, COUNT(*) AS n FROM bag");
        atOnce(8, session -> {
            for (int i = 0; i < 20; i++) {
                session.execute("UPDATE keyed SET v = v + 1 WHERE k = 'a'");
                session.execute("UPDATE bag SET v = v + 1");
                session.execute("INSERT INTO keyed SELECT k || '!', v FROM keyed WHERE k = 'a'");
            }
        });
        assertEquals(List.of(List.of("a", 160), List.of("a!", 160)), rows(leat, "SELECT * FROM keyed ORDER BY k"));
        assertEquals(List.of(List.of("a", 160)), rows(leat, "SELECT * FROM bag"));
        assertEquals(List.of(List.of(160, 1L)), rows(leat, "SELECT * FROM m"));
    }

    @Test
    void aRowIsDeletedOnce() {
        leat.execute("CREATE TABLE t (v INT)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT COUNT(*) AS n FROM t");
        List<Object> deleted = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            leat.execute("INSERT INTO t VALUES (1), (2), (3)");
            atOnce(4, session -> {
                long count = session.execute("DELETE FROM t WHERE v < 3").count();
                synchronized (deleted) {
                    deleted.add(count);
                }
            });
        }
        assertEquals(40L, deleted.stream().mapToLong(Long.class::cast).sum());
        assertEquals(20L, value(leat, "SELECT n FROM m"));
    }

    @Test
    void aTableThatHasEndedTakesNoMoreRows() {
        leat.execute("CREATE TABLE t (v INT); INSERT INTO t VALUES (1)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT v FROM t");
        leat.execute("ALTER TABLE t ADVANCE WATERMARK TO END");
        assertEquals(
                "table \"t\" has ended and takes no more rows",
                fails(ErrorCode.NOT_ALLOWED, () -> leat.execute("INSERT INTO t VALUES (2)"))
                        .getMessage());
        fails(ErrorCode.NOT_ALLOWED, () -> leat.execute("DELETE FROM t"));
        assertEquals(List.of(List.of(1)), rows(leat, "SELECT * FROM m"));
    }

    private interface Work {
        void run(Session session);
    }

    private void atOnce(int threads, Work work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(CompletableFuture.runAsync(() -> work.run(leat.session()), pool));
            }
            all.forEach(CompletableFuture::join);
        } finally {
            pool.shutdown();
        }
    }
}
