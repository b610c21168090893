package io.leat.shell.edit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a line is whole, and its colours. */
final class EditingTest {
    private final SqlLineParser parser = new SqlLineParser();
    private final SqlHighlighter highlighter = new SqlHighlighter(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;",
                "\\d t",
                "",
                "quit",
                "SELECT ';' ; -- end",
                "BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END;"
            })
    void wholeLinesRun(String line) {
        assertDoesNotThrow(() -> parser.parse(line, line.length(), ParseContext.ACCEPT_LINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "SELECT 'a;", "SELECT /* ;", "SELECT 1; SELECT 2", "SELECT $$ ;"})
    void unfinishedLinesGoOn(String line) {
        assertThrows(EOFError.class, () -> parser.parse(line, line.length(), ParseContext.ACCEPT_LINE));
    }

    @Test
    void keywordsTextsAndNumbersHaveColours() {
        AttributedString line = highlighter.highlight("SELECT 'x', 12", 0);
        assertEquals(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN).bold(), line.styleAt(0));
        assertEquals(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN), line.styleAt(8));
        assertEquals(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA), line.styleAt(12));
        assertEquals("SELECT 'x', 12", line.toString());
    }

    @Test
    void noColoursWhereNoneAreWanted() {
        AttributedString line = new SqlHighlighter(false).highlight("SELECT 1", 0);
        assertEquals(AttributedStyle.DEFAULT, line.styleAt(0));
    }

    @Test
    void bracketsFindTheirPartners() {
        BracketPairs pairs = BracketPairs.of("f(a, (b))", 9);
        assertTrue(pairs.isPair(1) && pairs.isPair(8));
        assertFalse(pairs.isPair(5));
        assertTrue(BracketPairs.of("a) + (b", 0).isUnmatched(1));
        assertFalse(BracketPairs.of("')'", 0).isUnmatched(1));
    }

    @Test
    void namesAreQuotedOnlyWhenTheyMustBe() {
        assertEquals("daily", Identifiers.quoted("daily"));
        assertEquals("\"order\"", Identifiers.quoted("order"));
        assertEquals("\"a\"\"b\"", Identifiers.quoted("a\"b"));
        assertEquals("leat.views", Identifiers.quoted("leat.views"));
        assertEquals("a\"b", Identifiers.plain("\"a\"\"b\""));
    }
}
