package io.leat.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class ScriptSplitterTest {

    private static List<String> texts(String script) {
        return ScriptSplitter.split(script).stream().map(ScriptPart::text).toList();
    }

    @Test
    void splitsAtSemicolonsAndLeavesBlanksAndCommentsOut() {
        assertEquals(List.of("SELECT 1", "SELECT 2"), texts("  -- first\nSELECT 1 /* one */ ;\n\n;; SELECT 2 -- last"));
        assertEquals(List.of(), texts(" ; -- nothing; at all\n ;"));
    }

    @Test
    void semicolonsInQuotesAndCommentsAreText() {
        assertEquals(
                List.of("SELECT ';', \";\", `;`, $$;$$ /* ; */, 'it''s;'", "SELECT 2"),
                texts("SELECT ';', \";\", `;`, $$;$$ /* ; */, 'it''s;'; SELECT 2"));
    }

    @Test
    void aBracketLeftOpenDoesNotSwallowTheNextStatement() {
        assertEquals(List.of("SELECT (1", "SELECT 2"), texts("SELECT (1; SELECT 2;"));
    }

    @Test
    void aStatementSetIsOneStatement() {
        String set = "BEGIN STATEMENT SET; INSERT INTO a SELECT 1; INSERT INTO b SELECT CASE WHEN x THEN 1 END; END";
        assertEquals(List.of("SELECT 1", set, "SELECT 2"), texts("SELECT 1; " + set + "; SELECT 2;"));
        String flink = "EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; END";
        assertEquals(List.of(flink, "SELECT 2"), texts(flink + ";SELECT 2"));
        assertEquals(List.of("BEGIN STATEMENT SET; END"), texts("BEGIN STATEMENT SET; END;"));
        assertFalse(ScriptSplitter.split("BEGIN STATEMENT SET; INSERT INTO a SELECT 1;")
                .get(0)
                .terminated());
    }

    @Test
    void offsetsAreUtf16Units() {
        String script = "SELECT '😀'; SELECT '😀😀', é";
        ScriptPart second = ScriptSplitter.split(script).get(1);
        assertEquals("SELECT '😀😀', é", script.substring(second.from(), second.to()));
        Token last = second.tokens().get(second.tokens().size() - 1);
        assertEquals("é", last.getText());
        assertEquals(script.length() - 1, last.getStartIndex());
        assertFalse(second.terminated());
        assertTrue(ScriptSplitter.split(script).get(0).terminated());
    }
}
