package io.leat.shell.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts that texts are made of. */
final class TextTest {

    @Test
    void controlCharactersCannotActOnTheTerminal() {
        assertEquals("a\\u001b[31m\\n\\t\\u202eb", ControlText.escape("a\u001b[31m\n\t\u202eb"));
        assertEquals("plain \u4e2d \ud83d\ude00", ControlText.escape("plain \u4e2d \ud83d\ude00"));
        assertEquals("\\ud83d", ControlText.escape("\ud83d"));
    }

    @Test
    void textIsCutBetweenCharactersAndNotInside() {
        assertEquals("日\u2026", DisplayWidth.cut("日本国", 4, "\u2026"));
        assertEquals("日本国", DisplayWidth.cut("日本国", 6, "\u2026"));
        assertEquals("ab\u2026", DisplayWidth.cut("abcd", 3, "\u2026"));
    }

    @Test
    void theWidestColumnsGiveWayFirst() {
        assertEquals(List.of(10, 15, 15), ColumnWidths.fit(List.of(10, 40, 20), 40));
        assertEquals(List.of(8, 8), ColumnWidths.fit(List.of(30, 30), 4));
        assertEquals(List.of(30, 30), ColumnWidths.fit(List.of(30, 30), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "5.6843418860808015E-14, 5.684341886080802E-14",
        "-2.0E-3, -0.002",
        "1.0E23, 1.0E23",
        "9007199254740993, 9.007199254740992E15",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void numbersHaveTheFewestDigitsThatReadBack(String written, String shortest) {
        assertEquals(shortest, ShortestNumber.of(Double.valueOf(written)));
        assertEquals(Double.valueOf(written), Double.valueOf(shortest));
    }

    @Test
    void jsonStringsAreEscaped() {
        assertEquals("\"a\\\"b\\\\c\\n\\u0001\"", JsonText.quoted("a\"b\\c\n\u0001"));
    }
}
