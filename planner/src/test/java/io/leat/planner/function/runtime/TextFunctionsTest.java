package io.leat.planner.function.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.LeatException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextFunctionsTest {
    private static final String FACES = "😀😁😂";

    @Test
    void charactersAreCodePoints() {
        assertEquals("😀", TextFunctions.left(FACES, 1));
        assertEquals("😂", TextFunctions.right(FACES, 1));
        assertEquals("😂😁😀", TextFunctions.reverse(FACES));
        assertEquals(" 😀😁😂", TextFunctions.lpad(FACES, 4));
        assertEquals("😀x😂", TextFunctions.overlay(FACES, "x", 2));
        assertEquals(3, TextFunctions.locate("😂", FACES, 1));
        assertEquals("😁", TextFunctions.translate("😀", "😀", "😁"));
    }

    @Test
    void hugeResultsAreRefused() {
        assertThrows(LeatException.class, () -> TextFunctions.lpad("x", Integer.MAX_VALUE, "y"));
        assertThrows(LeatException.class, () -> TextFunctions.rpad("x", Integer.MAX_VALUE));
        String text = "x".repeat(1 << 20);
        assertThrows(LeatException.class, () -> SearchFunctions.levenshtein(text, text));
    }

    @Test
    void limitsOfPositionsAreNoErrors() {
        assertEquals("", TextFunctions.left("abc", Integer.MIN_VALUE));
        assertEquals("abc", TextFunctions.right("abc", Integer.MAX_VALUE));
        assertEquals("Xabc", TextFunctions.overlay("abc", "X", -5, 0));
        assertEquals("abcX", TextFunctions.overlay("abc", "X", 100, Integer.MAX_VALUE));
        assertEquals(0, TextFunctions.locate("a", "abc", 0));
        assertEquals("a,b", TextFunctions.splitPart("a,b", "", 1));
        assertEquals("", TextFunctions.splitPart("a,b", ",", Integer.MIN_VALUE));
        assertEquals("", TextFunctions.chr(-1));
    }

    @Test
    void nullsAreLeftOutBetweenSeparators() {
        assertEquals("a-c", TextFunctions.concatWithSeparator(Arrays.asList("-", "a", null, "c")));
        assertNull(TextFunctions.concatWithSeparator(Arrays.asList(null, "a")));
    }
}
