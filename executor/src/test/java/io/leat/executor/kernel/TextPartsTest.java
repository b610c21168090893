package io.leat.executor.kernel;

import static io.leat.executor.kernel.Evaluate.call;
import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.of;
import static io.leat.executor.kernel.Evaluate.rows;
import static io.leat.executor.kernel.Evaluate.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.Chunk;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextPartsTest {
    private static final DataType STRING = DataType.STRING;

    private static Object split(String text, String separator, Integer index) {
        return of(Operation.SPLIT_INDEX, STRING, text(text), text(separator), integer(index));
    }

    @Test
    void partsAreCountedFromZero() {
        assertEquals("https:", split("https://www.example.com/a/b", "/", 0));
        assertEquals("", split("https://www.example.com/a/b", "/", 1));
        assertEquals("b", split("https://www.example.com/a/b", "/", 4));
        assertNull(split("https://www.example.com/a/b", "/", 5));
        assertEquals("", split("a,", ",", 1));
        assertNull(split("a,b", ",", -1));
        assertNull(split("", ",", 0));
        assertNull(split(null, ",", 0));
        assertNull(split("a", null, 0));
        assertNull(split("a", ",", null));
    }

    @Test
    void separatorsMayHaveSeveralCharacters() {
        assertEquals("ü", split("ö--ü--ä", "--", 1));
        assertEquals("b", split("aäb", "ä", 1));
        assertEquals("a,b", split("a,b", "", 0));
        assertNull(split("a,b", "", 1));
    }

    private static Object replace(String text, String search, String by) {
        return of(Operation.REPLACE, STRING, text(text), text(search), text(by));
    }

    @Test
    void everyOccurrenceIsReplacedFromTheLeft() {
        assertEquals("bxxaa", replace("bananaa", "an", "x"));
        assertEquals("", replace("aaa", "a", ""));
        assertEquals("ba", replace("aaa", "aa", "b"));
        assertEquals("Grün, Grün", replace("Grön, Grön", "ö", "ü"));
        assertEquals("abc", replace("abc", "", "x"));
        assertEquals("", replace("", "a", "x"));
        assertNull(replace(null, "a", "b"));
        assertNull(replace("a", null, "b"));
        assertNull(replace("a", "a", null));
    }

    @Test
    void textsAreReplacedAsJavaReplacesThem() {
        Random random = new Random(5);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            texts.add(i % 9 == 0 ? null : random(random, random.nextInt(40)));
        }
        Chunk input = chunk(columnOf(STRING, texts));
        for (String search : List.of("a", "ab", "ä", "c.", "aba")) {
            Expression replace = call(
                    Operation.REPLACE, STRING, column(0, STRING), text(search), text("<>".repeat(search.length() - 1)));
            List<Object> expected = new ArrayList<>();
            texts.forEach(text ->
                    expected.add(text == null ? null : text.replace(search, "<>".repeat(search.length() - 1))));
            assertEquals(expected, rows(replace, input), search);
            Expression length = call(Operation.CHARACTER_LENGTH, DataType.BIGINT, replace);
            List<Object> lengths = new ArrayList<>();
            expected.forEach(text -> lengths.add(text == null ? null : (long) ((String) text).length()));
            assertEquals(lengths, rows(length, input), search);
        }
    }

    private static Object replacedLength(String text, String search, String by) {
        Expression replace = call(Operation.REPLACE, STRING, column(0, STRING), text(search), text(by));
        List<String> texts = new ArrayList<>();
        texts.add(text);
        return rows(call(Operation.CHARACTER_LENGTH, DataType.BIGINT, replace), chunk(columnOf(STRING, texts)))
                .get(0);
    }

    @Test
    void whatIsReplacedIsCountedWithoutBeingReplaced() {
        assertEquals(2L, replacedLength("accbccccccccccccccccc", "c", ""));
        assertEquals(9L, replacedLength("aäc", "c", "ää<>ö, "));
        assertEquals(3L, replacedLength("aäc", "", "x"));
        assertEquals(2L, replacedLength("aaa", "aa", "b"));
        assertEquals(0L, replacedLength("", "a", "b"));
        assertNull(replacedLength(null, "a", "b"));
        assertNull(replacedLength("a", null, "b"));
        assertNull(replacedLength("a", "a", null));
        LeatException error =
                assertThrows(LeatException.class, () -> replacedLength("x".repeat(1 << 18), "x", "y".repeat(100)));
        assertEquals("REPLACE makes a text longer than the limit of 16777216 bytes", error.getMessage());
        String large = "y".repeat(ReplaceKernel.BYTES_MAX + 1);
        assertEquals((long) large.length(), replacedLength(large, "x", "yy"));
    }

    private static String random(Random random, int length) {
        return random.ints(length, 0, 5)
                .collect(StringBuilder::new, (s, c) -> s.append("abc.ä".charAt(c)), StringBuilder::append)
                .toString();
    }

    @Test
    void aReplacementThatMakesAHugeTextIsRefused() {
        String text = "x".repeat(1 << 18);
        LeatException error = assertThrows(LeatException.class, () -> replace(text, "x", "y".repeat(100)));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, error.code());
        assertEquals("REPLACE makes a text longer than the limit of 16777216 bytes", error.getMessage());
    }

    private static List<Object> extract(List<String> texts, String regex, int group) {
        Expression extract = call(Operation.REGEXP_EXTRACT, STRING, column(0, STRING), text(regex), integer(group));
        return rows(extract, chunk(columnOf(STRING, texts)));
    }

    @Test
    void aGroupOfTheFirstMatchIsTaken() {
        String regex = "(&|^)channel_id=([^&]*)";
        List<String> texts = Arrays.asList(
                "https://a/b?q=1&channel_id=17&x",
                "channel_id=5",
                "https://a/b?xchannel_id=9&channel_id=10",
                "https://a/ö?q=1&channel_id=ä",
                "https://a",
                "&channel_id=",
                null,
                "");
        assertEquals(Arrays.asList("17", "5", "10", "ä", null, "", null, null), extract(texts, regex, 2));
        assertEquals(Arrays.asList("&", "", "&", "&", null, "&", null, null), extract(texts, regex, 1));
        assertEquals(Arrays.asList(null, null, null, null, null, null, null, null), extract(texts, regex, 3));
    }

    @Test
    void patternsThatTakeTooLongFail() {
        LeatException error =
                assertThrows(LeatException.class, () -> extract(List.of("a".repeat(60)), "^(a|a?)+\\1b$", 0));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, error.code());
        assertEquals("the regular expression takes too long on this text", error.getMessage());
    }

    @Test
    void searchingTheCertainTextFirstChangesNothing() {
        Random random = new Random(7);
        List<String> regexes = List.of(
                "ab",
                "(a|b)?ab+",
                "a*ab",
                "[^a]{1,3}bca?",
                "^ab",
                "ab$",
                "(?:b|ca)ab(c*)",
                "c.ab(b|c)",
                "\\wab\\.?",
                "a?bab",
                "(a|ab)bc",
                "[\\]a]bc");
        for (String regex : regexes) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                texts.add(random(random, random.nextInt(12)));
            }
            List<Object> expected = new ArrayList<>();
            for (String text : texts) {
                Matcher matcher = Pattern.compile(regex).matcher(text);
                expected.add(matcher.find() ? matcher.group(0) : null);
            }
            assertEquals(expected, extract(texts, regex, 0), regex);
        }
    }

    @Test
    void theCertainTextOfAnExpressionIsFound() {
        RegexLiteral found = RegexLiteral.of("(&|^)channel_id=([^&]*)").orElseThrow();
        assertArrayEquals("channel_id=".getBytes(StandardCharsets.UTF_8), found.bytes());
        assertEquals(1, found.before());
        assertTrue(RegexLiteral.of("ab|cd").isEmpty());
        assertTrue(RegexLiteral.of("(?i)abc").isEmpty());
        assertTrue(RegexLiteral.of(".*abc").isEmpty());
        assertTrue(RegexLiteral.of("\\Qabc\\E").isEmpty());
    }

    @Test
    void timesAreWrittenAsJavaWritesThem() {
        Random random = new Random(3);
        List<LocalDateTime> times = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long second = random.nextLong() % 250_000_000_000L / (i % 3 == 0 ? 1 : 100_000);
            times.add(LocalDateTime.ofEpochSecond(second, random.nextInt(1_000) * 1_000_000, ZoneOffset.UTC));
            times.add(i % 7 == 0 ? null : times.get(times.size() - 1).plusSeconds(1));
        }
        Chunk input = chunk(columnOf(DataType.TIMESTAMP, times));
        for (String pattern : List.of("yyyy-MM-dd", "HH:mm", "yyyyMMdd HH:mm:ss.SSS", "dd.MM.yyyy", "→mm")) {
            Expression format = call(Operation.FORMAT_TIME, STRING, column(0, DataType.TIMESTAMP), text(pattern));
            DateTimeFormatter java = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            List<Object> expected = new ArrayList<>();
            times.forEach(time -> expected.add(time == null ? null : java.format(time)));
            assertEquals(expected, rows(format, input), pattern);
            Selection some = new Selection(new int[] {1, 4, 5, 9}, 4);
            assertEquals(List.of(1, 4, 5, 9).stream().map(expected::get).toList(), rows(format, input, some), pattern);
        }
    }
}
