package io.leat.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.engine.Leat;
import io.leat.engine.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What results look like, character by character. */
final class PrinterTest {
    private static final String EVERY_TYPE = """
            CREATE TABLE v (
             b BOOLEAN, i INT, l BIGINT, d DOUBLE, n DECIMAL(10, 2), s STRING, x BYTES, dt DATE, t TIME,
             ts TIMESTAMP(3), ts0 TIMESTAMP(0), z TIMESTAMP_LTZ(3), a ARRAY<INT>, r ROW<p INT, q STRING>,
             m MAP<STRING, INT>);
            INSERT INTO v VALUES (TRUE, -5, 1234567890123, 1.5, 12.30, U&'a"b,\\000A\\4e2d|\\001b', X'01FF',
             DATE '2001-02-03', TIME '10:11:12', TIMESTAMP '2001-02-03 04:05:06.789', TIMESTAMP '2001-02-03 04:05:06',
             CAST('2001-02-03 04:05:06.789' AS TIMESTAMP_LTZ(3)), ARRAY[1, NULL], ROW(7, 'q'), MAP['k', 1]);
            INSERT INTO v VALUES (FALSE, NULL, NULL, 1e300, -0.05, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            """;

    private static Leat leat;

    @BeforeAll
    static void open() {
        leat = Leat.open();
        leat.execute(EVERY_TYPE);
    }

    @AfterAll
    static void close() {
        leat.close();
    }

    private static String print(OutputMode mode, PrintFormat format, String sql) {
        StringWriter text = new StringWriter();
        try (Result result = leat.query(sql)) {
            RowPrinter printer = Printers.rows(mode, new PrintWriter(text), format, result.schema());
            result.forEach(printer::row);
            printer.end();
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(OutputMode.class)
    void everyTypeInEveryMode(OutputMode mode) throws IOException {
        String golden = mode.word() + ".golden";
        try (InputStream expected = PrinterTest.class.getResourceAsStream(golden)) {
            String text = new String(expected.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(text, print(mode, PrintFormat.PLAIN, "SELECT * FROM v ORDER BY b DESC"));
        }
    }

    @Test
    void longCellsAreCutToFitTheTerminal() {
        String sql = "VALUES ('a long text that does not fit', 1, 'another text that is too long')";
        assertEquals("""
                ┌────────────────┬────────┬────────────────┐
                │ EXPR$0         │ EXPR$1 │ EXPR$2         │
                ├────────────────┼────────┼────────────────┤
                │ a long text t… │      1 │ another text … │
                └────────────────┴────────┴────────────────┘
                1 row
                """, print(OutputMode.TABLE, new PrintFormat(44, false, true), sql));
    }

    @Test
    void aTableThatCannotFitTurnsVertical() {
        String sql = "SELECT 1 AS first_column, 2 AS second_column, 3 AS third_column";
        assertEquals("""
                -- row 1 --
                 first_column: 1
                second_column: 2
                 third_column: 3
                1 row
                """, print(OutputMode.TABLE, new PrintFormat(25, false, true), sql));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        String sql = "SELECT * FROM (VALUES ('\u65e5\u672c', 1), ('e\u0301', 20), ('\ud83d\ude00', 3)) AS t (k, v)";
        assertEquals("""
                ┌──────┬────┐
                │ k    │  v │
                ├──────┼────┤
                │ 日本 │  1 │
                │ e\u0301    │ 20 │
                │ \ud83d\ude00   │  3 │
                └──────┴────┘
                3 rows
                """, print(OutputMode.TABLE, PrintFormat.PLAIN, sql));
    }

    @Test
    void frameIsAsciiWhereNothingElseCanBeShown() {
        String text = print(OutputMode.TABLE, new PrintFormat(0, false, false), "SELECT 1 AS a");
        assertEquals("+---+\n| a |\n+---+\n| 1 |\n+---+\n1 row\n", text);
    }

    @Test
    void columnsOfTheSameNameAreKeptApartInJson() {
        assertEquals("{\"a\":1,\"a_2\":2}\n", print(OutputMode.JSON, PrintFormat.PLAIN, "SELECT 1 AS a, 2 AS a"));
    }

    @Test
    void nothingButTheHeaderWhenThereAreNoRows() {
        String sql = "SELECT 1 AS a FROM v WHERE FALSE";
        assertEquals("a\n", print(OutputMode.CSV, PrintFormat.PLAIN, sql));
        assertEquals("", print(OutputMode.JSON, PrintFormat.PLAIN, sql));
        assertTrue(print(OutputMode.TABLE, PrintFormat.PLAIN, sql).endsWith("0 rows\n"));
    }

    @Test
    void moreRowsThanAreMeasuredArePrintedToo() {
        leat.execute("CREATE TABLE many (i INT) WITH ('connector' = 'datagen', 'number-of-rows' = '2500')");
        String text = print(OutputMode.TABLE, PrintFormat.PLAIN, "SELECT 7 AS seven FROM many");
        assertEquals(2500 + 5, text.lines().count());
        assertTrue(text.endsWith("2,500 rows\n"));
    }
}
