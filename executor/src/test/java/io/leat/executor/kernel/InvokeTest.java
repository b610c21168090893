package io.leat.executor.kernel;

import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.rows;
import static io.leat.executor.kernel.Evaluate.text;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvokeTest {
    private static final DataType TINY = DataType.of(TypeKind.TINYINT);

    /** The methods that the tests call. */
    public static final class Functions {
        private Functions() {}

        public static int add(int a, int b) {
            return Math.addExact(a, b);
        }

        public static Integer length(String text) {
            return text == null ? Integer.valueOf(-1) : text.isEmpty() ? null : Integer.valueOf(text.length());
        }

        public static int nextDay(int day) {
            return day + 1;
        }

        public static long nextSecond(long millis) {
            return millis + 1_000;
        }

        public static BigDecimal half(BigDecimal number) {
            return number.divide(BigDecimal.valueOf(2));
        }

        public static byte[] reversed(byte[] bytes) {
            byte[] result = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                result[i] = bytes[bytes.length - 1 - i];
            }
            return result;
        }

        public static String classOf(Object value) {
            return value == null ? "none" : value.getClass().getSimpleName();
        }

        public static Boolean not(Boolean value) {
            return value == null ? null : !value;
        }

        public static float twice(float number) {
            return number * 2;
        }

        public static String fail(String message) {
            throw new IllegalArgumentException(message.isEmpty() ? null : message);
        }

        public static int divide(int a, int b) {
            return a / b;
        }

        public static LocalDate month(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        public static long wide(long number) {
            return number;
        }
    }

    private static Invoke invoke(String name, List<String> parameters, boolean strict, DataType type, Literal... args) {
        List<Expression> operands = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            operands.add(new ColumnReference(i, args[i].type()));
        }
        return new Invoke(Functions.class.getName(), name, parameters, strict, operands, type);
    }

    private static Object call(String name, String parameters, boolean strict, DataType type, Literal... args) {
        Chunk input = chunk(Arrays.stream(args)
                .map(a -> columnOf(a.type(), Arrays.asList(a.value(), a.value())))
                .toArray(Column[]::new));
        List<Object> both = rows(invoke(name, List.of(parameters.split(",")), strict, type, args), input);
        if (!(both.get(0) instanceof byte[])) {
            assertEquals(both.get(0), both.get(1));
        }
        return both.get(1);
    }

    @Test
    void argumentsAndResultsConvert() {
        assertEquals(5, call("add", "int,int", true, DataType.INTEGER, integer(2), integer(3)));
        assertEquals(3L, call("length", "java.lang.String", true, DataType.BIGINT, text("abc")));
        assertEquals(
                LocalDate.of(2024, 3, 1),
                call("nextDay", "int", true, DataType.DATE, value(DataType.DATE, LocalDate.of(2024, 2, 29))));
        assertEquals(
                LocalDateTime.parse("1970-01-01T00:00:01"),
                call(
                        "nextSecond",
                        "long",
                        true,
                        DataType.TIMESTAMP,
                        value(DataType.TIMESTAMP, LocalDateTime.parse("1970-01-01T00:00:00"))));
        DataType decimal = DataType.decimal(5, 2);
        assertEquals(
                new BigDecimal("0.63"),
                call("half", "java.math.BigDecimal", true, decimal, value(decimal, new BigDecimal("1.25"))));
        assertEquals(new BigDecimal("1.50"), call("half", "java.math.BigDecimal", true, decimal, integer(3)));
        assertArrayEquals(new byte[] {2, 1}, (byte[])
                call("reversed", "[B", true, DataType.BYTES, value(DataType.BYTES, new byte[] {1, 2})));
        assertEquals(3.0, call("twice", "float", true, DataType.DOUBLE, value(DataType.DOUBLE, 1.5)));
        assertEquals(
                LocalDate.of(2024, 2, 1),
                call(
                        "month",
                        "java.time.LocalDate",
                        true,
                        DataType.DATE,
                        value(DataType.DATE, LocalDate.of(2024, 2, 29))));
    }

    @Test
    void objectsGetTheValuesBox() {
        assertEquals("Byte", boxOf(value(TINY, (byte) 1)));
        assertEquals("Integer", boxOf(integer(1)));
        assertEquals("Long", boxOf(value(DataType.TIMESTAMP, LocalDateTime.parse("1970-01-01T00:00:00"))));
        assertEquals("Integer", boxOf(value(DataType.DATE, LocalDate.EPOCH)));
        assertEquals("BigDecimal", boxOf(value(DataType.decimal(5, 2), new BigDecimal("1.00"))));
        assertEquals("String", boxOf(text("")));
        assertEquals("Boolean", boxOf(Evaluate.bool(true)));
    }

    private static Object boxOf(Literal operand) {
        return call("classOf", "java.lang.Object", true, DataType.STRING, operand);
    }

    @Test
    void nullsGoInAndOut() {
        assertNull(call("length", "java.lang.String", true, DataType.INTEGER, text(null)));
        assertEquals(-1, call("length", "java.lang.String", false, DataType.INTEGER, text(null)));
        assertNull(call("length", "java.lang.String", false, DataType.INTEGER, text("")));
        assertNull(call("add", "int,int", false, DataType.INTEGER, integer(1), integer(null)));
        assertNull(call("not", "java.lang.Boolean", false, DataType.BOOLEAN, Evaluate.bool(null)));
        assertEquals(false, call("not", "java.lang.Boolean", false, DataType.BOOLEAN, Evaluate.bool(true)));
    }

    @Test
    void whatAMethodThrowsBecomesTheRowsError() {
        assertError(ErrorCode.DATA, "bad", () -> call("fail", "java.lang.String", true, DataType.STRING, text("bad")));
        assertError(
                ErrorCode.DATA, "fail failed", () -> call("fail", "java.lang.String", true, DataType.STRING, text("")));
        assertError(
                ErrorCode.DIVISION_BY_ZERO,
                "division by zero",
                () -> call("divide", "int,int", true, DataType.INTEGER, integer(1), integer(0)));
        assertError(
                ErrorCode.NUMERIC_OUT_OF_RANGE,
                "INT out of range: integer overflow",
                () -> call("add", "int,int", true, DataType.INTEGER, integer(Integer.MAX_VALUE), integer(1)));
        assertError(
                ErrorCode.NUMERIC_OUT_OF_RANGE,
                "TINYINT out of range: 200",
                () -> call("wide", "long", true, TINY, integer(200)));
    }

    @Test
    void missingMethodsAreSaidAtOnce() {
        Invoke missing = invoke("nothing", List.of(), true, DataType.INTEGER);
        assertError(
                ErrorCode.UNKNOWN_FUNCTION,
                "the implementation of nothing is missing",
                () -> KernelCompiler.compile(missing));
    }

    private static void assertError(ErrorCode code, String message, Runnable action) {
        LeatException error = assertThrows(LeatException.class, action::run);
        assertEquals(message, error.getMessage());
        assertEquals(code, error.code());
    }
}
