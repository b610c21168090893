package io.leat.engine;

import static io.leat.engine.Answers.fails;
import static io.leat.engine.Answers.rows;
import static io.leat.engine.Answers.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions in Java: given by the program, or found as services by CREATE FUNCTION. */
class JavaFunctionTest {

    /** A function found as a service. */
    public static final class CountChar implements JavaFunction {
        /** How often a character is in a text. */
        public static Long eval(String text, String character) {
            return text == null
                    ? null
                    : text.chars().filter(c -> c == character.charAt(0)).count();
        }
    }

    /** A function that a program gives. */
    public static final class Half {
        /** Half of a number; fails for odd ones. */
        public static long eval(long number) {
            if (number % 2 != 0) {
                throw new IllegalStateException(number + " is odd");
            }
            return number / 2;
        }
    }

    /** Not a function. */
    public static final class Nothing {}

    @Test
    void aFunctionThatTheProgramGivesIsCalledLikeOthers() {
        try (Leat leat = Leat.builder().function("half", Half.class).open()) {
            leat.execute("CREATE TABLE t (id INT, n BIGINT)");
            leat.execute("CREATE MATERIALIZED VIEW v AS SELECT id, HALF(n) AS h FROM t");
            leat.execute("INSERT INTO t VALUES (1, 4), (2, 5), (3, NULL)");
            assertEquals(
                    List.of(Arrays.asList(1, 2L), Arrays.asList(3, null)), rows(leat, "SELECT * FROM v ORDER BY id"));
            LeatException error = fails(ErrorCode.DATA, () -> rows(leat, "SELECT half(n) FROM t WHERE n = 5"));
            assertEquals("5 is odd", error.getMessage());
            assertEquals(1L, value(leat, "SELECT half(CAST(2 AS SMALLINT))"));
            fails(ErrorCode.UNSUPPORTED, () -> leat.execute("SHOW CREATE FUNCTION half"));
        }
    }

    @Test
    void onlyServicesAreFoundByTheirClass(@TempDir Path directory) {
        String create = "CREATE FUNCTION count_char AS '" + CountChar.class.getName() + "'";
        try (Leat leat = Leat.open(directory)) {
            leat.execute(create);
            assertEquals(2L, value(leat, "SELECT count_char('a cup of coffee', 'c')"));
            leat.execute("CREATE TABLE t (s STRING)");
            leat.execute("CREATE MATERIALIZED VIEW v AS SELECT count_char(s, 'c') AS n FROM t");
            fails(ErrorCode.DEPENDENT_OBJECTS, () -> leat.execute("DROP FUNCTION count_char"));
            LeatException unknown =
                    fails(ErrorCode.UNKNOWN_FUNCTION, () -> leat.execute("CREATE FUNCTION r AS 'java.lang.Runtime'"));
            assertEquals("there is no function of the class 'java.lang.Runtime'", unknown.getMessage());
        }
        try (Leat leat = Leat.open(directory)) {
            leat.execute("INSERT INTO t VALUES ('cc')");
            assertEquals(List.of(List.of(2L)), rows(leat, "SELECT * FROM v"));
            leat.execute("DROP FUNCTION count_char CASCADE");
            fails(ErrorCode.UNKNOWN_FUNCTION, () -> rows(leat, "SELECT count_char('c', 'c')"));
        }
    }

    @Test
    void whatAFunctionNeedsIsThereOnOpening(@TempDir Path directory) {
        try (Leat leat =
                Leat.builder().directory(directory).function("half", Half.class).open()) {
            leat.execute("CREATE TABLE t (n BIGINT)");
            leat.execute("CREATE MATERIALIZED VIEW v AS SELECT half(n) AS h FROM t");
        }
        fails(ErrorCode.UNKNOWN_FUNCTION, () -> Leat.open(directory).close());
        try (Leat leat =
                Leat.builder().directory(directory).function("half", Half.class).open()) {
            leat.execute("INSERT INTO t VALUES (2)");
            assertEquals(List.of(List.of(1L)), rows(leat, "SELECT * FROM v"));
        }
    }

    @Test
    void aClassWithoutTheMethodIsRefused() {
        LeatException error =
                fails(ErrorCode.INVALID_DEFINITION, () -> Leat.builder().function("f", Nothing.class));
        assertEquals("the class of function \"f\" has not exactly one public static method eval", error.getMessage());
        LeatException type =
                fails(ErrorCode.INVALID_DEFINITION, () -> Leat.builder().function("f", Odd.class));
        assertEquals("function \"f\" has a parameter or result of type Thread", type.getMessage());
    }

    /** A function of something that SQL does not have. */
    public static final class Odd {
        /** Nothing. */
        public static LocalDateTime eval(Thread thread) {
            return null;
        }
    }
}
