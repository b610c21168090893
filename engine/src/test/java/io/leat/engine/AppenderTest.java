package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.error.ErrorCode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows from Java: converted when nothing is lost, refused by the name of their column otherwise. */
class AppenderTest {
    private final Leat leat = Leat.open();

    @AfterEach
    void close() {
        leat.close();
    }

    @Test
    void rowsBecomeVisibleWithFlushAndWhenABatchIsFull() {
        leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT COUNT(*) AS n FROM t");
        try (Appender appender = leat.appender("t")) {
            appender.append(1).append(2);
            assertEquals(0L, value(leat, "SELECT n FROM m"));
            appender.flush();
            appender.flush();
            assertEquals(2L, value(leat, "SELECT n FROM m"));
            int batch = leat.limits().appenderRows();
            for (int i = 0; i < batch + 5; i++) {
                appender.append(i);
            }
            assertEquals(2L + batch, value(leat, "SELECT n FROM m"));
        }
        assertEquals(7L + leat.limits().appenderRows(), value(leat, "SELECT n FROM m"));
    }

    @Test
    void numbersAndTextsAreConvertedWhenNothingIsLost() {
        leat.execute("CREATE TABLE t (a TINYINT, b BIGINT, c DECIMAL(6,2), d DOUBLE, e STRING, f ARRAY<BIGINT>,"
                + " g MAP<STRING, INT>)");
        try (Appender appender = leat.appender("t")) {
            appender.append(7, 8, 9.5, 10, 'x', List.of(1, 2L), Map.of("k", 5L));
            appender.append(null, null, null, null, null, null, null);
        }
        assertEquals(
                List.of(
                        List.of((byte) 7, 8L, new BigDecimal("9.50"), 10.0, "x", List.of(1L, 2L), Map.of("k", 5)),
                        Arrays.asList(null, null, null, null, null, null, null)),
                rows(leat, "SELECT * FROM t ORDER BY a NULLS LAST"));
    }

    @Test
    void whatDoesNotFitNamesItsColumnAndIsNotAdded() {
        leat.execute("CREATE TABLE t (a TINYINT, c DECIMAL(4,1), s VARCHAR(3), n INT NOT NULL, l ARRAY<INT>)");
        try (Appender appender = leat.appender("t")) {
            says(ErrorCode.NUMERIC_OUT_OF_RANGE, "column \"a\" is TINYINT, and 128 does not fit", appender, 128);
            says(ErrorCode.NUMERIC_OUT_OF_RANGE, "column \"a\" is TINYINT, and 1.5 does not fit", appender, 1.5);
            says(ErrorCode.NUMERIC_OUT_OF_RANGE, "column \"a\" is TINYINT, and NaN does not fit", appender, Double.NaN);
            says(ErrorCode.TYPE_MISMATCH, "column \"a\" is TINYINT, and a String was given", appender, "1");
            says(
                    ErrorCode.NUMERIC_OUT_OF_RANGE,
                    "column \"c\" is DECIMAL(4, 1), and 1.25 does not fit",
                    appender,
                    1,
                    new BigDecimal("1.25"));
            says(
                    ErrorCode.DATA,
                    "column \"s\" is VARCHAR(3), and a text of 4 characters does not fit",
                    appender,
                    1,
                    1,
                    "four");
            says(ErrorCode.NOT_NULL, "column \"n\" cannot be NULL", appender, 1, 1, "abc", null);
            says(
                    ErrorCode.TYPE_MISMATCH,
                    "column \"l\" is INT, and a String was given",
                    appender,
                    1,
                    1,
                    "abc",
                    1,
                    List.of("x"));
            assertEquals(
                    "table \"t\" takes 5 values a row, and 1 were given",
                    fails(ErrorCode.TYPE_MISMATCH, () -> appender.append(1)).getMessage());
            appender.append(1, 1, "abc", 1, List.of());
        }
        assertEquals(1L, value(leat, "SELECT COUNT(*) FROM t"));
    }

    private static void says(ErrorCode code, String message, Appender appender, Object... first) {
        Object[] values = Arrays.copyOf(new Object[] {1, 1, "abc", 1, List.of()}, 5);
        System.arraycopy(first, 0, values, 0, first.length);
        assertEquals(message, fails(code, () -> appender.append(values)).getMessage());
    }

    @Test
    void watermarksAndTheEndCloseWindows() {
        leat.execute("CREATE TABLE t (v INT, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '1' HOUR)");
        leat.execute(
                "CREATE MATERIALIZED VIEW m AS SELECT window_start, SUM(v) AS v FROM "
                        + "TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end EMIT FINAL");
        LocalDateTime ten = LocalDateTime.of(2026, 1, 1, 10, 0);
        try (Appender appender = leat.appender("t")) {
            appender.append(1, ten).append(2, ten.plusMinutes(90));
            appender.advanceWatermark(ten.plusHours(1));
            assertEquals(List.of(List.of(ten, 1)), rows(leat, "SELECT * FROM m"));
            appender.append(4, ten).append(8, ten.plusMinutes(100));
            appender.end();
            assertEquals(
                    List.of(List.of(ten, 1), List.of(ten.plusHours(1), 10)), rows(leat, "SELECT * FROM m ORDER BY 1"));
            appender.append(16, ten.plusHours(9));
            fails(ErrorCode.NOT_ALLOWED, appender::flush);
        }
    }

    @Test
    void onlyOrdinaryTablesTakeRowsByHand() {
        leat.execute("CREATE TABLE t (v INT); CREATE MATERIALIZED VIEW m AS SELECT v FROM t");
        fails(ErrorCode.UNKNOWN_TABLE, () -> leat.appender("nope"));
        fails(ErrorCode.WRONG_OBJECT_KIND, () -> leat.appender("m"));
        Appender appender = leat.appender("t").append(1);
        assertEquals(
                "table \"t\" has no WATERMARK",
                fails(ErrorCode.WRONG_OBJECT_KIND, () -> appender.advanceWatermark(LocalDateTime.MIN.withYear(2000)))
                        .getMessage());
        leat.execute("DROP TABLE t CASCADE");
        appender.append(2);
        fails(ErrorCode.UNKNOWN_TABLE, appender::close);
        appender.close();
    }
}
