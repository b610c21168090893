package io.leat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class ScriptLexerTest {

    private static List<String> kinds(String text) {
        return ScriptLexer.classify(text).stream()
                .map(token -> token.kind() + " " + token.text())
                .toList();
    }

    @Test
    void saysWhatEachTokenIs() {
        assertEquals(
                List.of(
                        "KEYWORD select",
                        "IDENTIFIER bid$late",
                        "OPERATOR .",
                        "IDENTIFIER \"a b\"",
                        "OPERATOR ,",
                        "NUMBER 1.5e-3",
                        "OPERATOR |",
                        "OPERATOR |",
                        "STRING 'it''s'",
                        "COMMENT -- rest",
                        "KEYWORD Where",
                        "OTHER \\"),
                kinds("select bid$late.\"a b\", 1.5e-3 || 'it''s' -- rest\nWhere \\"));
    }

    @Test
    void whatIsNotClosedKeepsItsKind() {
        assertEquals(List.of("KEYWORD SELECT", "STRING 'abc "), kinds("SELECT 'abc "));
        assertEquals(List.of("KEYWORD SELECT", "COMMENT /* abc "), kinds("SELECT /* abc "));
        assertEquals(List.of("KEYWORD SELECT", "IDENTIFIER \"abc "), kinds("SELECT \"abc "));
    }

    @Test
    void tokensCoverAnyTextWithoutGapsOrOverlaps() {
        String alphabet = "aZ_9 .,;'\"`$-/*()[]<>=\n\r\t😀é\u00A0\\#";
        int[] symbols = alphabet.codePoints().toArray();
        Random random = new Random(42);
        for (int run = 0; run < 2_000; run++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, symbols.length).forEach(i -> text.appendCodePoint(symbols[i]));
            assertCovers(text.toString());
        }
    }

    private static void assertCovers(String text) {
        int at = 0;
        for (Token token : ScriptLexer.tokens(text)) {
            assertEquals(at, token.getStartIndex(), text);
            at = token.getStopIndex() + 1;
            assertEquals(text.substring(token.getStartIndex(), at), token.getText());
        }
        assertEquals(text.length(), at, text);
    }

    @Test
    void keywordsAreThoseOfStatementsAndOfQueries() {
        assertTrue(Keywords.list().containsAll(List.of("MATERIALIZED", "SUBSCRIBE", "WHERE", "QUALIFY")));
        assertTrue(Keywords.isKeyword("emit"));
        assertFalse(Keywords.isKeyword("auction"));
        assertTrue(Keywords.isReservedInQueries("order"));
        assertFalse(Keywords.isReservedInQueries("day"));
    }
}
