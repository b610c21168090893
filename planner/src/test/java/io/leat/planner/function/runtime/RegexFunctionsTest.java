package io.leat.planner.function.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegexFunctionsTest {

    @Test
    void anEvilPatternIsStopped() {
        String text = "a".repeat(60);
        LeatException error = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThrows(LeatException.class, () -> RegexFunctions.matches(text, "^(a|a?)+\\1b$")));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, error.code());
        assertEquals("the regular expression takes too long on this text", error.getMessage());
        assertEquals(
                "Avoid repetitions inside repetitions, such as (a+)+.",
                error.hint().orElseThrow());
    }

    @Test
    void aPatternThatCallsItselfTooDeepIsStopped() {
        String text = "ab".repeat(200_000);
        LeatException error = assertThrows(LeatException.class, () -> RegexFunctions.matches(text, "^(a|b)*$"));
        assertEquals("the regular expression takes too long on this text", error.getMessage());
    }

    @Test
    void aReplacementMayNameAGroupThatIsThere() {
        assertEquals("b-a", RegexFunctions.replace("a-b", "(\\w)-(\\w)", "$2-$1"));
        LeatException error = assertThrows(LeatException.class, () -> RegexFunctions.replace("a", "a", "$7"));
        assertEquals("the replacement '$7' names a group that is not there", error.getMessage());
    }

    @Test
    void patternsOfSqlAreNotThoseOfJava() {
        assertTrue(RegexFunctions.similar("a\nb", "a_b"));
        assertTrue(RegexFunctions.similar("x+y", "x\\+y"));
        assertTrue(RegexFunctions.similar("x%", "x#%", "#"));
        assertFalse(RegexFunctions.similar("$", "a$"));
        LeatException error = assertThrows(LeatException.class, () -> RegexFunctions.similar("x", "x\\"));
        assertEquals("the pattern 'x\\' ends with its escape character", error.getMessage());
    }

    @Test
    void manyPatternsAreNotKeptForEver() {
        for (int i = 0; i < 1_000; i++) {
            assertTrue(RegexFunctions.matches("x" + i, "^x" + i + "$"));
        }
    }
}
