package io.leat.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import org.junit.jupiter.api.Test;

/** Pins what people read when a statement is wrong: the line, the caret and the hint. */
class SyntaxErrorTest {

    private static void assertError(String script, String expected) {
        LeatException error =
                assertThrows(LeatException.class, () -> StatementParser.parseScript(script, Limits.DEFAULT));
        assertEquals(expected, ErrorText.render(error, script));
    }

    @Test
    void aMisspeltKeywordIsToBlameEvenIfTheNextWordFails() {
        assertError("SELECT a FORM t", """
                ERROR 42601 unexpected "FORM"
                  1 | SELECT a FORM t
                    |          ^^^^
                  hint: did you mean FROM?
                """);
        assertError("SELECT a FROM t WHERE a = 1 GRUOP BY a", """
                ERROR 42601 unexpected "GRUOP"
                  1 | SELECT a FROM t WHERE a = 1 GRUOP BY a
                    |                             ^^^^^
                  hint: did you mean GROUP?
                """);
    }

    @Test
    void aMisspeltWordOfAStatement() {
        assertError("SELCT a FROM t", """
                ERROR 42601 unexpected "SELCT"
                  1 | SELCT a FROM t
                    | ^^^^^
                  hint: did you mean SELECT?
                """);
        assertError("CREATE MATERIALIZED VEIW v AS SELECT 1", """
                ERROR 42601 unexpected "VEIW"
                  1 | CREATE MATERIALIZED VEIW v AS SELECT 1
                    |                     ^^^^
                  hint: did you mean VIEW?
                """);
        assertError("SHOW TABELS", """
                ERROR 42601 unexpected "TABELS"
                  1 | SHOW TABELS
                    |      ^^^^^^
                  hint: did you mean TABLES?
                """);
    }

    @Test
    void saysWhatIsExpectedIfThatIsShort() {
        assertError("CREATE VIEW v SELECT 1", """
                ERROR 42601 unexpected "SELECT"
                  1 | CREATE VIEW v SELECT 1
                    |               ^^^^^^
                  hint: expected AS, COMMENT, WITH or "(".
                """);
        assertError("CREATE TABLE t (a INT) WITH ('a' = 5)", """
                ERROR 42601 unexpected "5"
                  1 | CREATE TABLE t (a INT) WITH ('a' = 5)
                    |                                    ^
                  hint: expected a string in single quotes.
                """);
        assertError("DROP TABLE", """
                ERROR 42601 unexpected end of statement
                  1 | DROP TABLE
                    |           ^
                  hint: expected a name.
                """);
    }

    @Test
    void aReservedWordAsANameGetsTheHintToQuoteIt() {
        assertError("SELECT timestamp FROM t", """
                ERROR 42601 "timestamp" is a reserved word
                  1 | SELECT timestamp FROM t
                    |        ^^^^^^^^^
                  hint: to use it as a name, quote it: "timestamp".
                """);
        assertError("SELECT a, order FROM t", """
                ERROR 42601 "order" is a reserved word
                  1 | SELECT a, order FROM t
                    |           ^^^^^
                  hint: to use it as a name, quote it: "order".
                """);
        assertError("CREATE TABLE t (window INT)", """
                ERROR 42601 "window" is a reserved word
                  1 | CREATE TABLE t (window INT)
                    |                 ^^^^^^
                  hint: to use it as a name, quote it: "window".
                """);
        assertError("CREATE TABLE t (date DATE)", """
                ERROR 42601 "date" is a reserved word
                  1 | CREATE TABLE t (date DATE)
                    |                 ^^^^
                  hint: to use it as a name, quote it: "date".
                """);
    }

    @Test
    void theTokenThatCannotStandThereIsShownNotTheOneBefore() {
        assertError("SELECT a, FROM t", """
                ERROR 42601 unexpected "FROM"
                  1 | SELECT a, FROM t
                    |           ^^^^
                """);
        assertError("SELECT a FROM EMIT CHANGES", """
                ERROR 42601 unexpected "EMIT"
                  1 | SELECT a FROM EMIT CHANGES
                    |               ^^^^
                """);
        assertError("DELETE FROM t WHERE a = 1 OR", """
                ERROR 42601 unexpected end of statement
                  1 | DELETE FROM t WHERE a = 1 OR
                    |                             ^
                """);
        assertError("CREATE TABLE t (a INT, b AS a + , c INT)", """
                ERROR 42601 unexpected ","
                  1 | CREATE TABLE t (a INT, b AS a + , c INT)
                    |                                 ^
                """);
        assertError("SELECT 1 # 2", """
                ERROR 42601 unexpected "#"
                  1 | SELECT 1 # 2
                    |          ^
                """);
    }

    @Test
    void aClauseCutShortSaysWhatComesNext() {
        assertError("SELECT COUNT(*) FROM t GROUP a", """
                ERROR 42601 unexpected "a"
                  1 | SELECT COUNT(*) FROM t GROUP a
                    |                              ^
                  hint: expected BY.
                """);
        assertError("INSERT INTO t SET a = 1", """
                ERROR 42601 unexpected "SET"
                  1 | INSERT INTO t SET a = 1
                    |               ^^^
                  hint: expected a query.
                """);
        assertError("CREATE TABLE t (a)", """
                ERROR 42601 unexpected ")"
                  1 | CREATE TABLE t (a)
                    |                  ^
                  hint: expected a type.
                """);
        assertError("CREATE VIEW v AS SELECT", """
                ERROR 42601 unexpected end of statement
                  1 | CREATE VIEW v AS SELECT
                    |                        ^
                """);
        assertError("SELECT INTERVAL '5' SECNOD FROM t", """
                ERROR 42601 unexpected "SECNOD"
                  1 | SELECT INTERVAL '5' SECNOD FROM t
                    |                     ^^^^^^
                  hint: did you mean SECOND?
                """);
    }

    @Test
    void whatCalciteWouldMisreadIsRefused() {
        assertError("SELECT a // b FROM t", """
                ERROR 42601 unexpected "//"
                  1 | SELECT a // b FROM t
                    |           ^
                  hint: a comment to the end of the line begins with --.
                """);
        assertError("SELECT a FROM t GROUP BY ALL HAVING b", """
                ERROR 0A000 GROUP BY ALL is not supported
                  1 | SELECT a FROM t GROUP BY ALL HAVING b
                    |                 ^^^^^^^^^^^^
                  hint: name the columns, or their places as in GROUP BY 1, 2.
                """);
        assertError("SELECT CAST(a AS ARRAY<INT>) FROM t", """
                ERROR 0A000 ARRAY<...> in a query is not supported
                  1 | SELECT CAST(a AS ARRAY<INT>) FROM t
                    |                  ^^^^^
                  hint: write the type as INT ARRAY or ROW(a INT).
                """);
    }

    @Test
    void whatIsNeverClosedIsShownWhereItOpens() {
        assertError("SELECT a FROM (SELECT 1", """
                ERROR 42601 "(" is never closed
                  1 | SELECT a FROM (SELECT 1
                    |               ^
                """);
        assertError("SELECT 'abc\nFROM t;", """
                ERROR 42601 the string is never closed
                  1 | SELECT 'abc
                    |        ^
                """);
        assertError("SELECT 1 /* abc", """
                ERROR 42601 the comment is never closed
                  1 | SELECT 1 /* abc
                    |          ^^
                """);
        assertError("SELECT 1 FROM t)", """
                ERROR 42601 unexpected ")"
                  1 | SELECT 1 FROM t)
                    |                ^
                  hint: there is no "(" for it to close.
                """);
    }

    @Test
    void placesAreExactAcrossLinesCarriageReturnsTabsAndEmoji() {
        assertError(
                "SELECT '😀' AS \"😀\";\r\nCREATE VIEW v AS\r\n\tSELECT '😀😀', é,\r\n\t  '😀' || x y z FROM t;\r\n",
                "ERROR 42601 unexpected \"z\"\n  4 | \t  '😀' || x y z FROM t;\n    | \t             ^\n");
        assertError("CREATE TABLE \"😀\" (\n  a INT, -- 😀\n  b AS a ** 2\n)", """
                ERROR 42601 unexpected "*"
                  3 |   b AS a ** 2
                    |           ^
                """);
        assertError("-- 😀😀\nDROP 😀", """
                ERROR 42601 unexpected "😀"
                  2 | DROP 😀
                    |      ^^
                  hint: expected FUNCTION, INDEX, JOB, MATERIALIZED, SAVEPOINT, TABLE, TEMPORARY or VIEW.
                """);
    }

    @Test
    void otherEnginesStatementsAreRefusedByName() {
        assertError("CREATE SECRET s AS 'x'", """
                ERROR 0A000 CREATE SECRET is not supported
                  1 | CREATE SECRET s AS 'x'
                    | ^^^^^^^^^^^^^
                  hint: give the value in the WITH clause; it is masked wherever it is shown.
                """);
        assertError("USE CATALOG x", """
                ERROR 0A000 USE is not supported
                  1 | USE CATALOG x
                    | ^^^
                  hint: there is one catalog; names need no qualification.
                """);
    }

    @Test
    void messagesDoNotRepeatStrings() {
        LeatException error = assertThrows(
                LeatException.class,
                () -> StatementParser.parse("CREATE TABLE t (a INT) WITH ('password' 'hunter2')", Limits.DEFAULT));
        assertEquals("unexpected string", error.getMessage());
        assertFalse(error.hint().orElse("").contains("hunter2"));
    }

    @Test
    void badDatesAndFormats() {
        assertError("ALTER TABLE t ADVANCE WATERMARK TO TIMESTAMP 'soon'", """
                ERROR 22007 'soon' is not a timestamp
                  1 | ALTER TABLE t ADVANCE WATERMARK TO TIMESTAMP 'soon'
                    |                                              ^^^^^^
                  hint: write it like TIMESTAMP '2026-01-31 10:00:00.000'.
                """);
        assertError("EXPLAIN (FORMAT jsn) SELECT 1", """
                ERROR 42601 unknown format "jsn"
                  1 | EXPLAIN (FORMAT jsn) SELECT 1
                    |                 ^^^
                  hint: did you mean "JSON"? formats are TEXT, DOT, JSON.
                """);
    }
}
