package io.leat.executor.kernel;

import static io.leat.core.expression.Operation.CHARACTER_LENGTH;
import static io.leat.core.expression.Operation.CONCAT;
import static io.leat.core.expression.Operation.LIKE;
import static io.leat.core.expression.Operation.LOWER;
import static io.leat.core.expression.Operation.POSITION;
import static io.leat.core.expression.Operation.SUBSTRING;
import static io.leat.core.expression.Operation.TRIM;
import static io.leat.core.expression.Operation.UPPER;
import static io.leat.executor.kernel.Evaluate.assertFails;
import static io.leat.executor.kernel.Evaluate.bigint;
import static io.leat.executor.kernel.Evaluate.call;
import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.of;
import static io.leat.executor.kernel.Evaluate.rows;
import static io.leat.executor.kernel.Evaluate.text;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.leat.core.error.ErrorCode;
import io.leat.core.expression.Expression;
import io.leat.core.type.DataType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final DataType STRING = DataType.STRING;
    private static final String SMILE = "\uD83D\uDE00";

    private static Object like(String text, String pattern) {
        return of(LIKE, DataType.BOOLEAN, text(text), text(pattern));
    }

    @Test
    void lettersChangeCase() {
        assertEquals("AZ09[`{Z", of(UPPER, STRING, text("az09[`{z")));
        assertEquals("az09@[`z", of(LOWER, STRING, text("AZ09@[`z")));
        assertEquals("STRASSE Ä", of(UPPER, STRING, text("straße ä")));
        assertEquals("", of(LOWER, STRING, text("")));
        assertNull(of(UPPER, STRING, text(null)));
    }

    @Test
    void lengthAndPositionCountCodePoints() {
        assertEquals(3, of(CHARACTER_LENGTH, DataType.INTEGER, text("ä" + SMILE + "x")));
        assertEquals(0, of(CHARACTER_LENGTH, DataType.INTEGER, text("")));
        assertEquals(3, of(POSITION, DataType.INTEGER, text("x"), text("ä" + SMILE + "x")));
        assertEquals(0, of(POSITION, DataType.INTEGER, text("y"), text("ä")));
        assertEquals(1, of(POSITION, DataType.INTEGER, text(""), text("ä")));
        assertEquals(0, of(POSITION, DataType.INTEGER, text("ab"), text("a")));
    }

    @Test
    void substringFollowsTheStandard() {
        assertEquals("bc", substring("abc", 2, null));
        assertEquals("ab", substring("abc", 1, 2L));
        assertEquals("a", substring("abc", 0, 2L));
        assertEquals("", substring("abc", -1, 2L));
        assertEquals("abc", substring("abc", -1, null));
        assertEquals("", substring("abc", 4, 1L));
        assertEquals("c", substring("abc", 3, Long.MAX_VALUE));
        assertEquals(SMILE, substring("ä" + SMILE + "x", 2, 1L));
        assertEquals("", substring("", 1, 0L));
        assertFails(
                ErrorCode.DATA, "negative substring length: -1", SUBSTRING, STRING, text("a"), integer(1), integer(-1));
    }

    private static Object substring(String text, int start, Long length) {
        return length == null
                ? of(SUBSTRING, STRING, text(text), integer(start))
                : of(SUBSTRING, STRING, text(text), integer(start), bigint(length));
    }

    @Test
    void trimTakesCharactersOffTheEnds() {
        assertEquals("a b", trim("BOTH", " ", "  a b "));
        assertEquals("a b ", trim("LEADING", " ", "  a b "));
        assertEquals("  a b", trim("TRAILING", " ", "  a b "));
        assertEquals("x", trim("BOTH", "ä" + SMILE, SMILE + "äxä"));
        assertEquals("", trim("BOTH", " ", "   "));
    }

    private static Object trim(String ends, String characters, String text) {
        Expression trim = call(TRIM, STRING, text(ends), text(characters), column(0, STRING));
        return rows(trim, chunk(columnOf(STRING, List.of(text)))).get(0);
    }

    @Test
    void concatJoinsTextAndBinary() {
        assertEquals("aäb", of(CONCAT, STRING, text("a"), text("ä"), text("b")));
        assertEquals("a", of(CONCAT, STRING, text("a"), text("")));
        assertNull(of(CONCAT, STRING, text("a"), text(null)));
        Object joined = rows(
                        call(CONCAT, DataType.BYTES, column(0, DataType.BYTES), column(0, DataType.BYTES)),
                        chunk(columnOf(DataType.BYTES, List.of(new byte[] {1, -1}))))
                .get(0);
        assertArrayEquals(new byte[] {1, -1, 1, -1}, (byte[]) joined);
        assertEquals(
                2L,
                rows(
                                call(CHARACTER_LENGTH, DataType.BIGINT, column(0, DataType.BYTES)),
                                chunk(columnOf(DataType.BYTES, List.of(new byte[] {1, -1}))))
                        .get(0));
    }

    @Test
    void likeMatches() {
        assertEquals(true, like("abc", "abc"));
        assertEquals(false, like("abcd", "abc"));
        assertEquals(true, like("abc", "a%"));
        assertEquals(true, like("abc", "%c"));
        assertEquals(true, like("abc", "%b%"));
        assertEquals(true, like("abc", "a_c"));
        assertEquals(true, like("", "%"));
        assertEquals(true, like("", ""));
        assertEquals(false, like("", "_"));
        assertEquals(true, like("a" + SMILE, "a_"));
        assertEquals(true, like(SMILE + "ä", "%_ä"));
        assertEquals(false, like("a", "a%a"));
        assertEquals(true, like("aXbXc", "a%X_"));
        assertEquals(true, like("mississippi", "m%iss%ip%i"));
        assertEquals(false, like("mississippi", "m%iss%iss%iss%"));
        assertEquals(true, like("a\nb", "a%b"));
        assertEquals(true, like("abc", "%%%"));
        assertNull(like(null, "%"));
    }

    @Test
    void likeEscapes() {
        assertEquals(true, of(LIKE, DataType.BOOLEAN, text("50%"), text("50!%"), text("!")));
        assertEquals(false, of(LIKE, DataType.BOOLEAN, text("501"), text("50!%"), text("!")));
        assertEquals(true, of(LIKE, DataType.BOOLEAN, text("a!_"), text("a!!!_"), text("!")));
        assertEquals(true, of(LIKE, DataType.BOOLEAN, text("_"), text("ä_"), text("ä")));
        assertFails(
                ErrorCode.DATA,
                "invalid escape sequence in pattern \"a!b\"",
                LIKE,
                DataType.BOOLEAN,
                text("ab"),
                text("a!b"),
                text("!"));
        assertFails(
                ErrorCode.DATA,
                "invalid escape character \"!!\"",
                LIKE,
                DataType.BOOLEAN,
                text("ab"),
                text("a"),
                text("!!"));
    }

    @Test
    void likeTakesPatternsFromAColumn() {
        Expression like = call(LIKE, DataType.BOOLEAN, column(0, STRING), column(1, STRING));
        assertEquals(
                Arrays.asList(true, false, null, true),
                rows(
                        like,
                        chunk(
                                columnOf(STRING, Arrays.asList("ab", "ab", "ab", "x")),
                                columnOf(STRING, Arrays.asList("a%", "b%", null, "_")))));
    }

    @Test
    void likeDoesNotExplode() {
        String text = "a".repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertEquals(false, like(text, "%a%a%a%a%a%a%a%a%b")));
    }

    @Test
    void unselectedRowsDoNotMatter() {
        Expression negative = call(SUBSTRING, STRING, column(0, STRING), integer(1), column(1, DataType.INTEGER));
        assertEquals(
                List.of("b", "cc"),
                rows(
                        negative,
                        chunk(
                                columnOf(STRING, List.of("a", "bb", "cc")),
                                columnOf(DataType.INTEGER, List.of(-1, 1, 2))),
                        new Selection(new int[] {1, 2}, 2)));
        assertNull(of(UPPER, STRING, value(STRING, null)));
    }
}
