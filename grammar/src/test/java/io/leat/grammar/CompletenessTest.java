package io.leat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CompletenessTest {

    @Test
    void aStatementEndsWithItsSemicolon() {
        assertEquals(Completeness.COMPLETE, Completeness.of(""));
        assertEquals(Completeness.COMPLETE, Completeness.of("  -- nothing yet"));
        assertEquals(Completeness.COMPLETE, Completeness.of("SELECT 1;"));
        assertEquals(Completeness.COMPLETE, Completeness.of("SELECT 1; -- done\n"));
        assertEquals(Completeness.MORE, Completeness.of("SELECT 1"));
        assertEquals(Completeness.MORE, Completeness.of("SELECT 1; SELECT"));
        assertEquals(Completeness.MORE, Completeness.of("SELECT 1 -- ;"));
    }

    @Test
    void openQuotesAndCommentsAreNamed() {
        assertEquals(Completeness.QUOTE, Completeness.of("SELECT 'abc;"));
        assertEquals(Completeness.QUOTE, Completeness.of("SELECT \"abc;\n"));
        assertEquals(Completeness.QUOTE, Completeness.of("SELECT `abc;\n"));
        assertEquals(Completeness.QUOTE, Completeness.of("SELECT $$abc; $ '"));
        assertEquals(Completeness.COMMENT, Completeness.of("SELECT 1; /* abc; * "));
        assertEquals(Completeness.COMPLETE, Completeness.of("SELECT 'it''s'; /* a * b **/"));
    }

    @Test
    void aStatementSetEndsWithItsEnd() {
        assertEquals(Completeness.MORE, Completeness.of("BEGIN STATEMENT SET;"));
        assertEquals(Completeness.MORE, Completeness.of("BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END"));
        assertEquals(Completeness.COMPLETE, Completeness.of("BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END;"));
    }
}
