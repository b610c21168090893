package io.leat.executor.kernel;

import static io.leat.core.expression.Operation.ABS;
import static io.leat.core.expression.Operation.CEIL;
import static io.leat.core.expression.Operation.DIVIDE;
import static io.leat.core.expression.Operation.FLOOR;
import static io.leat.core.expression.Operation.MINUS;
import static io.leat.core.expression.Operation.MODULO;
import static io.leat.core.expression.Operation.NEGATE;
import static io.leat.core.expression.Operation.PLUS;
import static io.leat.core.expression.Operation.TIMES;
import static io.leat.executor.kernel.Evaluate.assertFails;
import static io.leat.executor.kernel.Evaluate.bigint;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.of;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leat.core.batch.Chunk;
import io.leat.core.error.ErrorCode;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final DataType INT = DataType.INTEGER;
    private static final DataType LONG = DataType.BIGINT;
    private static final DataType TINY = DataType.of(TypeKind.TINYINT);

    private static Literal decimal(int precision, int scale, String text) {
        return value(DataType.decimal(precision, scale), new BigDecimal(text));
    }

    private static void assertDecimal(String expected, Operation operation, DataType type, Literal... operands) {
        assertEquals(new BigDecimal(expected), of(operation, type, operands));
    }

    private static void outOfRange(String message, Operation operation, DataType type, Literal... operands) {
        assertFails(ErrorCode.NUMERIC_OUT_OF_RANGE, message, operation, type, operands);
    }

    @Test
    void integersAddSubtractAndMultiply() {
        assertEquals(5, of(PLUS, INT, integer(2), integer(3)));
        assertEquals(-1, of(MINUS, INT, integer(2), integer(3)));
        assertEquals(-6L, of(TIMES, LONG, bigint(-2L), bigint(3L)));
        assertNull(of(PLUS, INT, integer(null), integer(3)));
        assertEquals(Long.MIN_VALUE, of(MINUS, LONG, bigint(Long.MIN_VALUE + 1), bigint(1L)));
    }

    @Test
    void integerOverflowNamesTheComputation() {
        outOfRange("INT out of range: 2147483647 + 1", PLUS, INT, integer(Integer.MAX_VALUE), integer(1));
        outOfRange("BIGINT out of range: 9223372036854775807 + 1", PLUS, LONG, bigint(Long.MAX_VALUE), bigint(1L));
        outOfRange("BIGINT out of range: -9223372036854775808 - 1", MINUS, LONG, bigint(Long.MIN_VALUE), bigint(1L));
        outOfRange("BIGINT out of range: 4294967296 * 4294967296", TIMES, LONG, bigint(1L << 32), bigint(1L << 32));
        outOfRange("TINYINT out of range: 100 * 2", TIMES, TINY, value(TINY, (byte) 100), value(TINY, (byte) 2));
        outOfRange("INT out of range: -2147483648 / -1", DIVIDE, INT, integer(Integer.MIN_VALUE), integer(-1));
        outOfRange("BIGINT out of range: -9223372036854775808 / -1", DIVIDE, LONG, bigint(Long.MIN_VALUE), bigint(-1L));
        outOfRange("BIGINT out of range: -(-9223372036854775808)", NEGATE, LONG, bigint(Long.MIN_VALUE));
        outOfRange("INT out of range: ABS(-2147483648)", ABS, INT, integer(Integer.MIN_VALUE));
    }

    @Test
    void divisionTruncatesAndModuloHasTheSignOfTheDividend() {
        assertEquals(-3, of(DIVIDE, INT, integer(-7), integer(2)));
        assertEquals(-1, of(MODULO, INT, integer(-7), integer(2)));
        assertEquals(1, of(MODULO, INT, integer(7), integer(-2)));
        assertEquals(0L, of(MODULO, LONG, bigint(Long.MIN_VALUE), bigint(-1L)));
        assertNull(of(DIVIDE, INT, integer(null), integer(0)));
        assertFails(ErrorCode.DIVISION_BY_ZERO, "division by zero", DIVIDE, INT, integer(1), integer(0));
        assertFails(ErrorCode.DIVISION_BY_ZERO, "division by zero", MODULO, INT, integer(1), integer(0));
    }

    @Test
    void approximateNumbersFollowIeee() {
        DataType real = DataType.of(TypeKind.REAL);
        assertEquals(0.30000000000000004, of(PLUS, DataType.DOUBLE, number(0.1), number(0.2)));
        assertEquals(Double.POSITIVE_INFINITY, of(DIVIDE, DataType.DOUBLE, number(1.0), number(0.0)));
        assertEquals(Double.NaN, of(MODULO, DataType.DOUBLE, number(1.0), number(0.0)));
        assertEquals(0.1f + 0.2f, of(PLUS, real, value(real, 0.1f), value(real, 0.2f)));
        assertEquals(1f / 3f, of(DIVIDE, real, value(real, 1f), value(real, 3f)));
        assertEquals(-2.0, of(FLOOR, DataType.DOUBLE, number(-1.5)));
        assertEquals(-1.0, of(CEIL, DataType.DOUBLE, number(-1.5)));
        assertEquals(1.5, of(ABS, DataType.DOUBLE, number(-1.5)));
    }

    private static Literal number(double number) {
        return value(DataType.DOUBLE, number);
    }

    @Test
    void narrowDecimalsComputeExactlyAndRoundHalfUp() {
        DataType type = DataType.decimal(11, 3);
        assertDecimal("1.350", PLUS, type, decimal(5, 2, "1.10"), decimal(6, 3, "0.250"));
        assertDecimal("0.850", MINUS, type, decimal(5, 2, "1.10"), decimal(6, 3, "0.250"));
        assertDecimal("0.28", TIMES, DataType.decimal(8, 2), decimal(5, 2, "1.10"), decimal(6, 3, "0.250"));
        assertDecimal("-0.28", TIMES, DataType.decimal(8, 2), decimal(5, 2, "-1.10"), decimal(6, 3, "0.250"));
        assertDecimal("0.67", DIVIDE, DataType.decimal(8, 2), decimal(5, 2, "2.00"), decimal(3, 0, "3"));
        assertDecimal("-0.67", DIVIDE, DataType.decimal(8, 2), decimal(5, 2, "-2.00"), decimal(3, 0, "3"));
        assertDecimal("-0.10", MODULO, DataType.decimal(5, 2), decimal(5, 2, "-1.10"), decimal(3, 1, "0.5"));
        assertDecimal("3.30", TIMES, DataType.decimal(15, 2), decimal(5, 2, "1.10"), integer(3));
    }

    @Test
    void wideDecimalsComputeExactlyAndRoundHalfUp() {
        DataType wide = DataType.decimal(38, 4);
        assertDecimal(
                "12345678901234567890.1300",
                PLUS,
                wide,
                decimal(22, 2, "12345678901234567890.12"),
                decimal(3, 2, "0.01"));
        assertDecimal("908.0000", TIMES, wide, bigint(1_000L), decimal(3, 3, "0.908"));
        assertDecimal("-837486413.6051", TIMES, wide, bigint(-922_342_881L), decimal(7, 6, "0.907999"));
        assertDecimal("0.3333", DIVIDE, wide, decimal(20, 2, "1.00"), decimal(20, 2, "3.00"));
        assertDecimal("-5.0000", NEGATE, wide, decimal(38, 4, "5.0000"));
    }

    @Test
    void productsAreExactAlsoBeyondLongs() {
        DataType product = DataType.decimal(22, 3);
        assertDecimal("908.000", TIMES, product, bigint(1_000L), decimal(3, 3, "0.908"));
        assertDecimal("-0.001", TIMES, product, bigint(-1L), decimal(3, 3, "0.001"));
        assertDecimal("0.000", TIMES, product, bigint(0L), decimal(3, 3, "0.908"));
        assertDecimal("9214148664817921031.193", TIMES, product, bigint(Long.MAX_VALUE), decimal(3, 3, "0.999"));
        assertDecimal("-9214148664817921032.192", TIMES, product, bigint(Long.MIN_VALUE), decimal(3, 3, "0.999"));
        assertDecimal(
                "999999999999999998000000000000000.001",
                TIMES,
                DataType.decimal(36, 3),
                decimal(18, 0, "999999999999999999"),
                decimal(18, 3, "999999999999999.999"));
    }

    @Test
    void decimalsOutOfRangeAndDivisionByZeroFail() {
        DataType small = DataType.decimal(4, 2);
        outOfRange(
                "DECIMAL(4, 2) out of range: 99.99 + 0.01", PLUS, small, decimal(4, 2, "99.99"), decimal(4, 2, "0.01"));
        outOfRange(
                "DECIMAL(20, 0) out of range: 99999999999999999999 + 1",
                PLUS,
                DataType.decimal(20, 0),
                decimal(20, 0, "99999999999999999999"),
                decimal(1, 0, "1"));
        assertFails(
                ErrorCode.DIVISION_BY_ZERO, "division by zero", DIVIDE, small, decimal(4, 2, "1"), decimal(4, 2, "0"));
        assertFails(
                ErrorCode.DIVISION_BY_ZERO,
                "division by zero",
                MODULO,
                DataType.decimal(38, 2),
                decimal(20, 2, "1.00"),
                decimal(4, 2, "0"));
    }

    @Test
    void decimalsRoundToWholes() {
        assertDecimal("-2", FLOOR, DataType.decimal(5, 0), decimal(5, 2, "-1.50"));
        assertDecimal("-1", CEIL, DataType.decimal(5, 0), decimal(5, 2, "-1.50"));
        assertDecimal("2", CEIL, DataType.decimal(30, 0), decimal(30, 2, "1.01"));
        assertDecimal("1.50", ABS, DataType.decimal(5, 2), decimal(5, 2, "-1.50"));
    }

    @Test
    void integersBesideDecimalsNeedNoConversion() {
        DataType wide = DataType.decimal(23, 3);
        Expression price = new Cast(Evaluate.column(0, LONG), DataType.decimal(19, 0), false);
        Expression factor = decimal(4, 3, "0.908");
        Chunk input = Evaluate.chunk(Evaluate.columnOf(LONG, Arrays.asList(Long.MAX_VALUE, null, -1L)));
        assertEquals(
                Arrays.asList(new BigDecimal("8374821809464136432.756"), null, new BigDecimal("-0.908")),
                Evaluate.rows(Evaluate.call(TIMES, wide, factor, price), input));
        assertEquals(
                Arrays.asList(false, null, true),
                Evaluate.rows(Evaluate.call(Operation.LESS, DataType.BOOLEAN, price, factor), input));
    }
}
