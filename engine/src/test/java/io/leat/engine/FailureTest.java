package io.leat.engine;

import static io.leat.engine.Answers.eventually;
import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.SinkMode;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.fake.Recording;
import io.leat.engine.fake.RecordingConnector;
import io.leat.engine.fake.Script;
import io.leat.engine.fake.ScriptedConnector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails stops what depends on it and nothing else, and says why. */
class FailureTest {
    private static final LeatException BROKEN = LeatException.of(ErrorCode.CONNECTION, "the line is dead");

    private final Script script = new Script().row("p0", 1).row("p0", 2);
    private final Script other = new Script().row("p0", 10);
    private final Recording recording = new Recording(SinkMode.APPEND_ONLY);
    private final Leat leat = Leat.builder()
            .connector(new ScriptedConnector(Map.of("s", script, "o", other)))
            .connector(new RecordingConnector(recording))
            .open();

    @AfterEach
    void close() {
        leat.close();
    }

    private void tables() {
        leat.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s')");
        leat.execute("CREATE TABLE o (v INT) WITH ('connector'='scripted', 'script'='o')");
        leat.execute("CREATE TABLE sink (v INT) WITH ('connector'='recording')");
    }

    @Test
    void aSourceThatFailsStopsItsViewsAndNoOthers() {
        tables();
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v FROM s");
        leat.execute("CREATE MATERIALIZED VIEW n AS SELECT SUM(v) AS v FROM o");
        leat.execute("CREATE MATERIALIZED VIEW both AS SELECT m.v + n.v AS v FROM m CROSS JOIN n");
        Subscription subscription = leat.subscribe("m", changes -> {});
        assertEquals(13, value(leat, "SELECT v FROM both"));
        script.failure("p0", BROKEN);
        assertEquals(
                "the line is dead",
                fails(ErrorCode.CONNECTION, () -> subscription.awaitEnd(Duration.ofSeconds(10)))
                        .getMessage());
        fails(ErrorCode.CONNECTION, () -> leat.execute("SELECT * FROM m"));
        fails(ErrorCode.CONNECTION, () -> leat.execute("SELECT * FROM both"));
        fails(ErrorCode.CONNECTION, () -> leat.awaitCompletion(Duration.ofSeconds(10)));
        other.row("p0", 5);
        assertEquals(15, value(leat, "SELECT v FROM n"));
        assertEquals(
                List.of(
                        List.of("both", "failed", "the line is dead"),
                        List.of("m", "failed", "the line is dead"),
                        java.util.Arrays.asList("n", "running", null)),
                rows(leat, "SELECT name, status, last_error FROM leat.views ORDER BY name"));
        assertEquals(
                List.of(List.of("failed", "the line is dead")),
                rows(leat, "SELECT status, last_bad FROM leat.sources WHERE name = 's'"));
        fails(ErrorCode.CONNECTION, () -> leat.execute("CREATE MATERIALIZED VIEW late AS SELECT v FROM s"));
    }

    @Test
    void aSourceThatWasRepairedIsReadAgain() {
        tables();
        script.failure("p0", BROKEN);
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v FROM s");
        fails(ErrorCode.CONNECTION, () -> leat.execute("SELECT * FROM m"));
        script.repair();
        leat.execute("CREATE OR REPLACE TABLE t (v INT); DROP MATERIALIZED VIEW m");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v FROM s");
        assertEquals(3, value(leat, "SELECT v FROM m"));
    }

    @Test
    void aConnectorThatIsWrongInItselfDoesNotStopTheEngine() {
        tables();
        script.row("p0", "not a number");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v FROM s");
        fails(ErrorCode.INTERNAL, () -> leat.execute("SELECT * FROM m"));
        assertEquals(10, value(leat, "SELECT SUM(v) FROM o"));
    }

    @Test
    void badRecordsAreSkippedAndCountedByViews() {
        tables();
        script.bad("p0", "that is no number").row("p0", 3);
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v FROM s");
        assertEquals(6, value(leat, "SELECT v FROM m"));
        assertEquals(
                List.of(List.of(3L, 1L, "that is no number")),
                rows(leat, "SELECT \"rows\", bad, last_bad FROM leat.sources WHERE name = 's'"));
    }

    @Test
    void badRecordsStopASelectAndATableThatSaysSo() {
        script.bad("p0", "that is no number").end();
        leat.execute("CREATE TABLE b (v INT) WITH ('connector'='scripted', 'script'='s', 'bounded'='true')");
        LeatException error = fails(ErrorCode.BAD_RECORD, () -> leat.execute("SELECT * FROM b"));
        assertEquals("bad record in table \"b\", p0 at 2: that is no number", error.getMessage());
        leat.execute("CREATE TABLE f (v INT) WITH ('connector'='scripted', 'script'='s', 'errors.policy'='fail')");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT SUM(v) AS v FROM f");
        fails(ErrorCode.BAD_RECORD, () -> leat.execute("SELECT * FROM m"));
        leat.execute("CREATE TABLE k (v INT) WITH ('connector'='scripted', 'script'='s', 'errors.policy'='skip')");
        assertEquals(3, value(leat, "SELECT SUM(v) FROM k"));
    }

    @Test
    void expressionsThatFailAreLeftOutOfViewsAndCounted() {
        leat.execute("CREATE TABLE t (a INT, b INT)");
        leat.execute("CREATE MATERIALIZED VIEW m AS SELECT a / b AS c FROM t");
        leat.execute("INSERT INTO t VALUES (6, 2), (1, 0), (2147483647, 1)");
        assertEquals(List.of(List.of(3), List.of(2147483647)), rows(leat, "SELECT * FROM m ORDER BY c"));
        assertEquals(1L, value(leat, "SELECT errors FROM leat.views WHERE name = 'm'"));
        assertTrue(value(leat, "SELECT last_error FROM leat.views").toString().contains("zero"));
        fails(ErrorCode.DIVISION_BY_ZERO, () -> leat.execute("SELECT a / b FROM t"));
        fails(ErrorCode.NUMERIC_OUT_OF_RANGE, () -> leat.execute("SELECT a + 1 FROM t WHERE b = 1"));
        leat.execute("DELETE FROM t WHERE b = 0");
        assertEquals(List.of(List.of(3), List.of(2147483647)), rows(leat, "SELECT * FROM m ORDER BY c"));
    }

    @Test
    void aViewThatIsToFailStopsAtTheFirstRowThatItCannotCompute() {
        leat.execute("CREATE TABLE t (a INT, b INT)");
        leat.execute("CREATE MATERIALIZED VIEW m WITH ('errors.policy' = 'fail') AS SELECT a / b AS c FROM t");
        leat.execute("CREATE MATERIALIZED VIEW n AS SELECT a / b AS c FROM t");
        leat.execute("CREATE MATERIALIZED VIEW above AS SELECT c + 1 AS d FROM m");
        leat.execute("INSERT INTO t VALUES (6, 2)");
        assertEquals(4, value(leat, "SELECT d FROM above"));
        leat.execute("INSERT INTO t VALUES (1, 0)");
        LeatException reason = fails(ErrorCode.DIVISION_BY_ZERO, () -> leat.execute("SELECT * FROM m"));
        assertEquals(
                "division by zero: a / b cannot be computed for row {a: 1, b: 0} of view \"m\"", reason.getMessage());
        assertEquals(
                "With 'errors.policy' = 'divert' such rows are left out and kept in \"m$errors\".",
                reason.hint().orElse(""));
        assertEquals(
                reason.getMessage(),
                fails(ErrorCode.DIVISION_BY_ZERO, () -> leat.execute("SELECT * FROM above"))
                        .getMessage());
        fails(ErrorCode.UNKNOWN_TABLE, () -> leat.execute("SELECT * FROM m$errors"));
        assertEquals(3, value(leat, "SELECT c FROM n"));
        assertEquals("failed", value(leat, "SELECT status FROM leat.views WHERE name = 'm'"));
    }

    @Test
    void rowsThatAJobCannotComputeAreKeptAndCanBeWrittenElsewhere() {
        tables();
        leat.execute("CREATE TABLE dead (text STRING) WITH ('connector'='recording')");
        leat.execute("CREATE JOB j AS INSERT INTO sink SELECT 10 / (v - 2) FROM s");
        leat.execute("CREATE JOB letters AS INSERT INTO dead SELECT input_row || ' ' || message FROM j$errors");
        eventually(() -> recording.content().size() == 2);
        assertEquals(
                List.of(List.of("10 / (v - 2)", "{v: 2}", "division by zero", "22012", "p0", 1L)),
                rows(leat, "SELECT * FROM j$errors"));
        assertEquals(
                "job \"j\" is needed by job \"letters\"",
                fails(ErrorCode.DEPENDENT_OBJECTS, () -> leat.execute("STOP JOB j"))
                        .getMessage());
        leat.execute("STOP JOB letters");
        leat.execute("STOP JOB j");
        fails(ErrorCode.UNKNOWN_TABLE, () -> leat.execute("SELECT * FROM j$errors"));
    }

    @Test
    void ofRowsOfHistoryThatFailAsManyAreKeptAsTheViewSays() {
        Script many = new Script();
        int rows = 100_100;
        for (int i = 0; i < rows; i++) {
            many.row("p0", i);
        }
        try (Leat engine = Leat.builder()
                .connector(new ScriptedConnector(Map.of("s", many)))
                .open()) {
            engine.execute("CREATE TABLE s (v INT) WITH ('connector'='scripted', 'script'='s')");
            engine.execute("CREATE MATERIALIZED VIEW n AS SELECT COUNT(v) AS n FROM s");
            assertEquals((long) rows, value(engine, "SELECT n FROM n"));
            engine.execute(
                    "CREATE MATERIALIZED VIEW m WITH ('divert.max-rows' = '200000') AS SELECT 1 / (v - v) FROM s");
            assertEquals((long) rows, value(engine, "SELECT COUNT(*) FROM m$errors"));
        }
    }

    @Test
    void aJobSaysWhatBecomesOfRowsThatItCannotCompute() {
        tables();
        leat.execute("CREATE JOB j WITH ('errors.policy' = 'skip') AS INSERT INTO sink SELECT 10 / (v - 2) FROM s");
        eventually(() -> recording.content().size() == 1);
        fails(ErrorCode.UNKNOWN_TABLE, () -> leat.execute("SELECT * FROM j$errors"));
        leat.execute("STOP JOB j");
        assertEquals(
                "division by zero: 10 / (v - 2) cannot be computed for row {v: 2} of job \"k\"",
                fails(
                                ErrorCode.DIVISION_BY_ZERO,
                                () -> leat.execute("CREATE MATERIALIZED VIEW n AS SELECT v FROM s;"
                                        + " SELECT COUNT(*) FROM n; CREATE JOB k WITH ('errors.policy' = 'fail')"
                                        + " AS INSERT INTO sink SELECT 10 / (v - 2) FROM s"))
                        .getMessage());
        leat.execute("CREATE JOB k WITH ('errors.policy' = 'fail') AS INSERT INTO sink SELECT 10 / (v - 3) FROM s");
        script.row("p0", 3);
        eventually(() -> value(leat, "SELECT status FROM leat.jobs").equals("failed"));
        assertEquals(
                "a job has no option 'late.policy'",
                fails(
                                ErrorCode.INVALID_OPTION,
                                () -> leat.execute("CREATE JOB l WITH ('late.policy' = 'divert')"
                                        + " AS INSERT INTO sink SELECT v FROM s"))
                        .getMessage());
    }

    @Test
    void whereTheErrorsOfAViewWouldBeNothingMayBe() {
        leat.execute("CREATE TABLE v$errors (a INT)");
        assertEquals(
                "there is a table \"v$errors\" already, where the errors of \"v\" would be",
                fails(
                                ErrorCode.DUPLICATE_OBJECT,
                                () -> leat.execute("CREATE MATERIALIZED VIEW v AS SELECT a FROM v$errors"))
                        .getMessage());
    }

    @Test
    void aSinkThatFailsStopsItsJob() {
        tables();
        leat.execute("CREATE JOB j AS INSERT INTO sink SELECT v FROM s");
        eventually(() -> recording.content().size() == 2);
        recording.failWrites(LeatException.of(ErrorCode.INPUT_OUTPUT, "the disk is full"));
        recording.failCloses(LeatException.of(ErrorCode.INPUT_OUTPUT, "it cannot be closed either"));
        script.row("p0", 3);
        eventually(() -> value(leat, "SELECT status FROM leat.jobs").equals("failed"));
        assertEquals(List.of(List.of("j", "the disk is full")), rows(leat, "SELECT name, last_error FROM leat.jobs"));
        assertEquals(0, recording.openSinks());
        assertEquals(6, value(leat, "SELECT SUM(v) FROM s"));
        leat.execute("STOP JOB j");
        assertEquals(List.of(), rows(leat, "SELECT * FROM leat.jobs"));
    }

    @Test
    void aJobThatCannotStartLeavesNothing() {
        tables();
        recording.failWrites(LeatException.of(ErrorCode.INPUT_OUTPUT, "the disk is full"));
        leat.execute("CREATE TABLE t (v INT); INSERT INTO t VALUES (1)");
        fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("INSERT INTO sink SELECT v FROM t"));
        fails(ErrorCode.INPUT_OUTPUT, () -> leat.execute("INSERT INTO sink VALUES (1)"));
        assertEquals(0, recording.openSinks());
        assertEquals(List.of(), rows(leat, "SELECT * FROM leat.jobs"));
        assertEquals(List.of(), rows(leat, "SHOW JOBS"));
    }

    @Test
    void valuesAreWrittenAtOnce() {
        tables();
        leat.execute("INSERT INTO sink VALUES (1), (2)");
        assertEquals(List.of("+[1]", "+[2]", "close"), recording.events());
        assertEquals(List.of(), rows(leat, "SHOW JOBS"));
    }

    @Test
    void viewsThatStandAreThereWhenTheDatabaseIsOpenedAgainAndRunWhenTheirInputIsGood(@TempDir Path directory) {
        try (Leat durable = Leat.open(directory)) {
            durable.execute("CREATE TABLE t (v INT);"
                    + "CREATE MATERIALIZED VIEW m WITH ('errors.policy'='fail') AS SELECT 10 / v AS q FROM t;"
                    + "CREATE MATERIALIZED VIEW above AS SELECT SUM(q) AS s FROM m");
            durable.execute("INSERT INTO t VALUES (5)");
            durable.execute("INSERT INTO t VALUES (0)");
        }
        String states = "SELECT name, status FROM leat.views ORDER BY name";
        for (int i = 0; i < 2; i++) {
            try (Leat durable = Leat.open(directory)) {
                assertEquals(List.of(List.of("above", "failed"), List.of("m", "failed")), rows(durable, states));
                fails(ErrorCode.DIVISION_BY_ZERO, () -> durable.execute("SELECT s FROM above"));
            }
        }
        try (Leat durable = Leat.open(directory)) {
            durable.execute("DELETE FROM t WHERE v = 0");
        }
        try (Leat durable = Leat.open(directory)) {
            assertEquals(List.of(List.of("above", "running"), List.of("m", "running")), rows(durable, states));
            assertEquals(2, value(durable, "SELECT s FROM above"));
        }
    }
}
