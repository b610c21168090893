package io.leat.executor.kernel;

import static io.leat.core.expression.Operation.EQUALS;
import static io.leat.core.expression.Operation.GREATER;
import static io.leat.core.expression.Operation.GREATER_OR_EQUAL;
import static io.leat.core.expression.Operation.IS_DISTINCT_FROM;
import static io.leat.core.expression.Operation.IS_NOT_DISTINCT_FROM;
import static io.leat.core.expression.Operation.LESS;
import static io.leat.core.expression.Operation.LESS_OR_EQUAL;
import static io.leat.core.expression.Operation.NOT_EQUALS;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.of;
import static io.leat.executor.kernel.Evaluate.text;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final DataType BOOL = DataType.BOOLEAN;

    /** All six comparisons of two values of which the first is less. */
    private static void assertLess(Literal a, Literal b) {
        assertOrder(a, b, -1);
        assertOrder(b, a, 1);
    }

    private static void assertOrder(Literal a, Literal b, int order) {
        assertEquals(order == 0, of(EQUALS, BOOL, a, b));
        assertEquals(order != 0, of(NOT_EQUALS, BOOL, a, b));
        assertEquals(order < 0, of(LESS, BOOL, a, b));
        assertEquals(order <= 0, of(LESS_OR_EQUAL, BOOL, a, b));
        assertEquals(order > 0, of(GREATER, BOOL, a, b));
        assertEquals(order >= 0, of(GREATER_OR_EQUAL, BOOL, a, b));
    }

    private static Literal number(double value) {
        return value(DataType.DOUBLE, value);
    }

    private static Literal decimal(int precision, int scale, String text) {
        return value(DataType.decimal(precision, scale), new BigDecimal(text));
    }

    private static Literal character(int length, String text) {
        return value(DataType.sized(TypeKind.CHAR, length), text);
    }

    @Test
    void numbersCompareByValue() {
        assertLess(integer(Integer.MIN_VALUE), integer(Integer.MAX_VALUE));
        assertLess(number(-1), number(0));
        assertOrder(number(-0.0), number(0.0), 0);
        assertLess(number(Double.POSITIVE_INFINITY), number(Double.NaN));
        assertOrder(number(Double.NaN), number(Double.NaN), 0);
        assertLess(integer(1), number(1.5));
    }

    @Test
    void decimalsCompareAcrossScalesAndWidths() {
        assertOrder(decimal(5, 2, "1.50"), decimal(3, 1, "1.5"), 0);
        assertLess(decimal(5, 2, "-1.50"), decimal(3, 1, "-1.4"));
        assertOrder(decimal(30, 10, "1.5"), decimal(3, 1, "1.5"), 0);
        assertLess(decimal(18, 0, "1"), decimal(38, 20, "1.00000000000000000001"));
        assertLess(integer(1), decimal(3, 1, "1.5"));
        assertOrder(value(DataType.BIGINT, Long.MAX_VALUE), decimal(20, 1, "9223372036854775807.0"), 0);
    }

    @Test
    void textComparesByCodePoint() {
        assertLess(text(""), text("a"));
        assertLess(text("Z"), text("a"));
        assertLess(text("z"), text("ä"));
        assertLess(text("\uFFFD"), text("\uD83D\uDE00"));
        assertOrder(text("\uD83D\uDE00"), text("\uD83D\uDE00"), 0);
    }

    @Test
    void charComparesWithoutTrailingBlanks() {
        assertOrder(character(5, "ab   "), character(2, "ab"), 0);
        assertOrder(character(5, "     "), character(1, ""), 0);
        assertLess(character(5, " ab"), character(5, "ab"));
        assertOrder(text("ab"), text("ab"), 0);
        assertLess(text("ab"), text("ab "));
    }

    @Test
    void nullsMakeComparisonsNullButNotDistinctness() {
        assertNull(of(EQUALS, BOOL, integer(null), integer(1)));
        assertNull(of(LESS, BOOL, text("a"), text(null)));
        assertEquals(true, of(IS_DISTINCT_FROM, BOOL, integer(null), integer(1)));
        assertEquals(false, of(IS_DISTINCT_FROM, BOOL, integer(null), integer(null)));
        assertEquals(true, of(IS_NOT_DISTINCT_FROM, BOOL, text(null), text(null)));
        assertEquals(false, of(IS_NOT_DISTINCT_FROM, BOOL, text("a"), text("b")));
        assertEquals(true, of(IS_DISTINCT_FROM, BOOL, decimal(30, 2, "1"), decimal(30, 2, "2")));
    }

    @Test
    void timesAndNestedValuesCompare() {
        assertLess(value(DataType.DATE, LocalDate.of(1969, 12, 31)), value(DataType.DATE, LocalDate.of(1970, 1, 1)));
        assertOrder(
                value(DataType.DATE, LocalDate.of(2026, 1, 31)),
                value(DataType.TIMESTAMP, LocalDateTime.of(2026, 1, 31, 0, 0)),
                0);
        DataType array = DataType.array(DataType.INTEGER);
        assertLess(value(array, List.of(1, 2)), value(array, List.of(1, 2, 3)));
        assertOrder(value(array, List.of(1)), value(array, List.of(1)), 0);
    }
}
