package io.leat.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;
import io.leat.core.error.Span;
import io.leat.core.limit.Limits;
import io.leat.parser.statement.Select;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries as Calcite gets them: what it cannot read is put in other words, and places stay exact. */
class IslandsTest {

    private static SqlNode node(String sql) {
        Select select = assertInstanceOf(
                Select.class, StatementParser.parse(sql, Limits.DEFAULT).statement());
        return select.query().node();
    }

    private static String text(String expression) {
        return ((SqlSelect) node("SELECT " + expression)).getSelectList().get(0).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "`a b` + c | `a b` + `c`",
                "$$it's$$ | 'it''s'",
                "CAST(a AS STRING) | CAST(`a` AS VARCHAR)",
                "CAST(a AS BYTES) | CAST(`a` AS VARBINARY)",
                "CAST(a AS FLOAT) | CAST(`a` AS REAL)",
                "CAST(a AS DECIMAL) | CAST(`a` AS DECIMAL(10, 0))",
                "CAST(a AS DECIMAL(5, 2)) | CAST(`a` AS DECIMAL(5, 2))",
                "CAST(a AS STRING ARRAY) | CAST(`a` AS VARCHAR ARRAY)",
                "CAST(a AS ROW(x STRING, y FLOAT)) | CAST(`a` AS ROW(`x` VARCHAR, `y` REAL))",
                "CAST(a AS TIMESTAMP) | CAST(`a` AS TIMESTAMP(3))",
                "CAST(a AS TIMESTAMP(0)) | CAST(`a` AS TIMESTAMP(0))",
                "CAST(a AS timestamp_ltz ( 0 )) | CAST(`a` AS TIMESTAMP(0) WITH LOCAL TIME ZONE)",
                "TRY_CAST(a AS TIMESTAMP_LTZ) | TRY_CAST(`a` AS TIMESTAMP(3) WITH LOCAL TIME ZONE)",
                "a::TIMESTAMP_LTZ(3) | (`a` :: TIMESTAMP(3) WITH LOCAL TIME ZONE)",
                "a /* , */ + -- x | `a` + `b`"
            })
    void translates(String written, String read) {
        assertEquals(read, text(written.endsWith("-- x") ? written + "\nb" : written));
    }

    @Test
    void positionsAreThoseOfTheScript() {
        String script = "SELECT 1;\r\nSELECT '😀', `bid`.x,\r\n\u00A0 CAST(y AS TIMESTAMP_LTZ(3)) FROM `t`";
        Select select = (Select)
                StatementParser.parseScript(script, Limits.DEFAULT).get(1).statement();
        SqlSelect node = (SqlSelect) select.query().node();
        assertPlace(script, "`bid`.x", node.getSelectList().get(1));
        assertPlace(script, "CAST(y AS TIMESTAMP_LTZ(3))", node.getSelectList().get(2));
        assertPlace(script, "`t`", node.getFrom());
    }

    private static void assertPlace(String script, String text, SqlNode node) {
        int from = script.indexOf(text);
        assertEquals(Span.of(script, from, from + text.length()), Positions.span(node.getParserPosition()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT window_start, COUNT(*) AS n FROM TABLE(HOP(TABLE bid, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '10' SECOND)) GROUP BY window_start",
                "SELECT * FROM hot QUALIFY ROW_NUMBER() OVER (PARTITION BY window_start ORDER BY n DESC, auction) <= 3",
                "SELECT bidder FROM TABLE(SESSION(TABLE bid PARTITION BY bidder, DESCRIPTOR(ts), INTERVAL '30' MINUTE)) GROUP BY bidder",
                "SELECT b.price * r.rate FROM bid b LEFT JOIN rates FOR SYSTEM_TIME AS OF b.ts AS r ON b.channel = r.cur",
                "SELECT * EXCLUDE (a) FROM t",
                "SELECT value, day, year, count, language, position, rank, method, \"timestamp\" FROM t",
                "SELECT x FROM t GROUP BY 1 ORDER BY 1 LIMIT 5 OFFSET 2",
                "SELECT COUNT(DISTINCT a) FILTER (WHERE b) FROM t WHERE c NOT IN (SELECT 1) AND d LIKE '%x'",
                "SELECT bid$late.x FROM bid$late",
                "SELECT /*+ hint(a) */ 1"
            })
    void readsTheDialect(String sql) {
        assertEquals(sql, StatementParser.parse(sql, Limits.DEFAULT).text());
    }

    @Test
    void refusesByNameWhatItCannotTranslate() {
        String script = "SELECT CAST(a AS TIMESTAMP(6))";
        LeatException error = assertThrows(LeatException.class, () -> node(script));
        assertEquals("""
                ERROR 0A000 TIMESTAMP(6) is not supported
                  1 | SELECT CAST(a AS TIMESTAMP(6))
                    |                  ^^^^^^^^^^^^
                  hint: times are kept in milliseconds: write TIMESTAMP(3).
                """, ErrorText.render(error, script));
        assertEquals(
                "a quote or backtick in a name in backticks is not supported",
                assertThrows(LeatException.class, () -> node("SELECT `a\"b`")).getMessage());
    }
}
