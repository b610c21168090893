package io.leat.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes made to exhaust a parser, up to 100,000 characters: an answer or an error, soon. */
class HostileShapesTest {
    private static final int CHARACTERS = 100_000;
    /** Generous: an idle machine needs a tenth. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static Arguments shape(String name, IntFunction<String> shape) {
        return Arguments.of(name, shape);
    }

    private static IntFunction<String> nested(String before, String open, String inside, String close) {
        return n -> before + open.repeat(n) + inside + close.repeat(n);
    }

    private static IntFunction<String> chain(String before, String link) {
        return n -> before + link.repeat(n);
    }

    static Stream<Arguments> deep() {
        return Stream.of(
                shape("brackets", nested("SELECT ", "(", "1", ")")),
                shape("or", chain("SELECT 1 FROM t WHERE a", " OR a")),
                shape("plus", chain("SELECT 1", "+1")),
                shape("case", nested("SELECT ", "CASE WHEN a THEN ", "1", " END")),
                shape("subqueries", nested("SELECT * FROM ", "(SELECT * FROM ", "t", ")")),
                shape("not", chain("SELECT ", "NOT ")),
                shape("is null", chain("SELECT a", " IS NULL")),
                shape("union", chain("SELECT 1", " UNION ALL SELECT 1")),
                shape("join", chain("SELECT 1 FROM a", " JOIN b ON true")),
                shape("comma join", chain("SELECT 1 FROM a", ", b")),
                shape("functions", nested("SELECT ", "f(", "a", ")")),
                shape("array", nested("SELECT ", "ARRAY[", "1", "]")),
                shape("items", chain("SELECT a", "[1]")),
                shape("casts", chain("SELECT a", "::int")),
                shape("points", chain("SELECT a", ".a")),
                shape("types", nested("CREATE TABLE t (a ", "ARRAY<", "INT", ">")));
    }

    static Stream<Arguments> flat() {
        return Stream.of(
                shape("list", n -> "SELECT a IN (1" + ",1".repeat(n) + ")"),
                shape("rows", chain("INSERT INTO t VALUES (1)", ",(1)")),
                shape("columns", chain("SELECT a", ",a")));
    }

    @BeforeAll
    static void loadClasses() {
        StatementParser.parse("SELECT 1", Limits.DEFAULT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deep")
    void deepShapesAreRefusedSoon(String name, IntFunction<String> shape) {
        int link = shape.apply(2).length() - shape.apply(1).length();
        for (int n : new int[] {250, 1_000, CHARACTERS / link}) {
            String sql = shape.apply(n);
            LeatException error = assertThrows(
                    LeatException.class,
                    () -> assertTimeout(SOON, () -> StatementParser.parse(sql, Limits.DEFAULT)),
                    name + " " + n);
            assertTrue(
                    error.code() == ErrorCode.TOO_COMPLEX || error.code() == ErrorCode.SYNTAX,
                    name + " " + n + " " + error.getMessage());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deep")
    void unclosedShapesAreRefusedSoon(String name, IntFunction<String> shape) {
        String whole = shape.apply(100);
        for (int cut = whole.length() / 2; cut < whole.length(); cut += 31) {
            String sql = whole.substring(0, cut);
            assertTimeout(SOON, () -> answerOrError(sql));
        }
    }

    private static String answerOrError(String sql) {
        try {
            return StatementParser.parse(sql, Limits.DEFAULT).text();
        } catch (LeatException e) {
            assertTrue(e.span().isPresent(), sql);
            return e.getMessage();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flat")
    void flatShapesAreFine(String name, IntFunction<String> shape) {
        int link = shape.apply(2).length() - shape.apply(1).length();
        String sql = shape.apply(CHARACTERS / link);
        assertEquals(
                sql,
                assertTimeout(SOON, () -> StatementParser.parse(sql, Limits.DEFAULT))
                        .text(),
                name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deep")
    void modestDepthIsFine(String name, IntFunction<String> shape) {
        String sql = shape.apply(50) + (name.equals("not") ? "a" : name.equals("types") ? ")" : "");
        assertEquals(sql, StatementParser.parse(sql, Limits.DEFAULT).text(), name);
    }

    @Test
    void openQuotesOfAnyLength() {
        for (String quote : new String[] {"'", "\"", "`", "/*", "$$"}) {
            String sql = "SELECT " + quote + "''\"\" * $ ".repeat(CHARACTERS / 10);
            LeatException error = assertThrows(
                    LeatException.class, () -> assertTimeout(SOON, () -> StatementParser.parse(sql, Limits.DEFAULT)));
            assertEquals(ErrorCode.SYNTAX, error.code());
        }
    }

    @Test
    void theLimitsAreNamed() {
        Limits small = new Limits(20, 3, Duration.ofSeconds(1), 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertEquals(
                "the statement has 21 characters, the limit is 20",
                assertThrows(LeatException.class, () -> StatementParser.parse("SELECT 1, 2, 3, 4, 56", small))
                        .getMessage());
        assertEquals(
                "the statement nests deeper than 3 levels",
                assertThrows(LeatException.class, () -> StatementParser.parse("SELECT ((((1))))", small))
                        .getMessage());
        assertEquals(
                "the statement nests deeper than 3 levels",
                assertThrows(LeatException.class, () -> StatementParser.parse("SELECT 1+1+1+1+1", small))
                        .getMessage());
    }
}
