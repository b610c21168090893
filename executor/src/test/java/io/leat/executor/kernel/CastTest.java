package io.leat.executor.kernel;

import static io.leat.executor.kernel.Evaluate.assertCastFails;
import static io.leat.executor.kernel.Evaluate.bigint;
import static io.leat.executor.kernel.Evaluate.bool;
import static io.leat.executor.kernel.Evaluate.cast;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.text;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final DataType TINY = DataType.of(TypeKind.TINYINT);
    private static final DataType REAL = DataType.of(TypeKind.REAL);

    private static Literal decimal(int precision, int scale, String text) {
        return value(DataType.decimal(precision, scale), new BigDecimal(text));
    }

    private static Literal number(double number) {
        return value(DataType.DOUBLE, number);
    }

    private static void assertDecimal(String expected, Literal operand, int precision, int scale) {
        assertEquals(new BigDecimal(expected), cast(operand, DataType.decimal(precision, scale)));
    }

    @Test
    void numbersToIntegersTruncate() {
        assertEquals((byte) 12, cast(integer(12), TINY));
        assertEquals(-1, cast(number(-1.9), DataType.INTEGER));
        assertEquals(1L, cast(decimal(5, 2, "1.99"), DataType.BIGINT));
        assertEquals(-1L, cast(decimal(30, 2, "-1.99"), DataType.BIGINT));
        assertEquals(1, cast(bool(true), DataType.INTEGER));
        assertEquals(Long.MIN_VALUE, cast(number(-0x1p63), DataType.BIGINT));
        assertNull(cast(integer(null), TINY));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        ErrorCode code = ErrorCode.NUMERIC_OUT_OF_RANGE;
        assertCastFails(integer(128), TINY, code, "TINYINT out of range: 128");
        assertCastFails(bigint(3_000_000_000L), DataType.INTEGER, code, "INT out of range: 3000000000");
        assertCastFails(number(0x1p63), DataType.BIGINT, code, "BIGINT out of range: 9.223372036854776E18");
        assertCastFails(number(Double.NaN), DataType.INTEGER, code, "INT out of range: NaN");
        assertCastFails(
                decimal(20, 0, "9223372036854775808"),
                DataType.BIGINT,
                code,
                "BIGINT out of range: 9223372036854775808");
        assertCastFails(decimal(5, 2, "99.99"), DataType.decimal(2, 1), code, "DECIMAL(2, 1) out of range: 99.99");
        assertCastFails(
                number(Double.POSITIVE_INFINITY),
                DataType.decimal(20, 1),
                code,
                "DECIMAL(20, 1) out of range: Infinity");
        assertCastFails(
                bigint(Long.MAX_VALUE),
                DataType.decimal(18, 0),
                code,
                "DECIMAL(18, 0) out of range: 9223372036854775807");
    }

    @Test
    void numbersToDecimalRoundHalfUp() {
        assertDecimal("1.24", decimal(5, 3, "1.235"), 5, 2);
        assertDecimal("-1.24", decimal(5, 3, "-1.235"), 5, 2);
        assertDecimal("1.20", decimal(2, 1, "1.2"), 30, 2);
        assertDecimal("1.2", decimal(30, 5, "1.15"), 2, 1);
        assertDecimal("0.1", number(0.1), 38, 1);
        assertDecimal("0.1", value(REAL, 0.1f), 3, 1);
        assertDecimal("5.00", integer(5), 10, 2);
        assertDecimal("1", bool(true), 1, 0);
    }

    @Test
    void numbersToApproximate() {
        assertEquals(1.23, cast(decimal(5, 2, "1.23"), DataType.DOUBLE));
        assertEquals(1.23e20, cast(decimal(38, 2, "123000000000000000000.00"), DataType.DOUBLE));
        assertEquals(0.1f, cast(number(0.1), REAL));
        assertEquals(0.1f, cast(decimal(2, 1, "0.1"), REAL));
        assertEquals(9.007199254740993e15, cast(bigint(9_007_199_254_740_993L), DataType.DOUBLE));
    }

    @Test
    void booleansAndNumbers() {
        assertEquals(true, cast(integer(-3), DataType.BOOLEAN));
        assertEquals(false, cast(decimal(30, 2, "0.00"), DataType.BOOLEAN));
        assertEquals(false, cast(number(-0.0), DataType.BOOLEAN));
        assertEquals("true", cast(bool(true), DataType.STRING));
        assertEquals(true, cast(text(" TRUE "), DataType.BOOLEAN));
        assertEquals(false, cast(text("False"), DataType.BOOLEAN));
        assertCastFails(text("maybe"), DataType.BOOLEAN, ErrorCode.INVALID_CAST, "cannot cast \"maybe\" to BOOLEAN");
    }

    @Test
    void textToIntegers() {
        assertEquals(12, cast(text(" +12 "), DataType.INTEGER));
        assertEquals(-12, cast(text("-12.9"), DataType.INTEGER));
        assertEquals(Long.MIN_VALUE, cast(text("-9223372036854775808"), DataType.BIGINT));
        assertEquals(Long.MAX_VALUE, cast(text("9223372036854775807"), DataType.BIGINT));
        ErrorCode invalid = ErrorCode.INVALID_CAST;
        assertCastFails(text("abc"), DataType.INTEGER, invalid, "cannot cast \"abc\" to INT");
        assertCastFails(text(""), DataType.INTEGER, invalid, "cannot cast \"\" to INT");
        assertCastFails(text("-"), DataType.INTEGER, invalid, "cannot cast \"-\" to INT");
        assertCastFails(text("1 2"), DataType.INTEGER, invalid, "cannot cast \"1 2\" to INT");
        assertCastFails(text("1e3"), DataType.INTEGER, invalid, "cannot cast \"1e3\" to INT");
        assertCastFails(
                text("9223372036854775808"),
                DataType.BIGINT,
                ErrorCode.NUMERIC_OUT_OF_RANGE,
                "BIGINT out of range: 9223372036854775808");
        assertCastFails(text("300"), TINY, ErrorCode.NUMERIC_OUT_OF_RANGE, "TINYINT out of range: 300");
    }

    @Test
    void textToDecimalAndApproximate() {
        assertDecimal("1.24", text("1.235"), 5, 2);
        assertDecimal("-0.50", text("-.5"), 5, 2);
        assertDecimal("1000.0", text("1e3"), 20, 1);
        assertDecimal("0.00", text("0.00000000000000000000001"), 5, 2);
        assertDecimal("123456789012345678901234.5", text("123456789012345678901234.5"), 30, 1);
        assertEquals(1.5e10, cast(text("1.5E10"), DataType.DOUBLE));
        assertEquals(Double.NaN, cast(text("NaN"), DataType.DOUBLE));
        assertEquals(0.1f, cast(text("0.1"), REAL));
        assertCastFails(text("1.5f"), DataType.DOUBLE, ErrorCode.INVALID_CAST, "cannot cast \"1.5f\" to DOUBLE");
        assertCastFails(text("0x1p3"), DataType.DOUBLE, ErrorCode.INVALID_CAST, "cannot cast \"0x1p3\" to DOUBLE");
        assertCastFails(
                text("."), DataType.decimal(5, 2), ErrorCode.INVALID_CAST, "cannot cast \".\" to DECIMAL(5, 2)");
        assertCastFails(
                text("1000"),
                DataType.decimal(5, 2),
                ErrorCode.NUMERIC_OUT_OF_RANGE,
                "DECIMAL(5, 2) out of range: 1000");
    }

    @Test
    void numbersToText() {
        assertEquals("-9223372036854775808", cast(bigint(Long.MIN_VALUE), DataType.STRING));
        assertEquals("0", cast(integer(0), DataType.STRING));
        assertEquals("1.5", cast(number(1.5), DataType.STRING));
        assertEquals("1.0E10", cast(number(1e10), DataType.STRING));
        assertEquals("0.1", cast(value(REAL, 0.1f), DataType.STRING));
        assertEquals("0.00000001", cast(decimal(10, 8, "0.00000001"), DataType.STRING));
        assertEquals("123", cast(integer(12345), DataType.sized(TypeKind.VARCHAR, 3)));
    }

    @Test
    void textIsCutAndFilledUp() {
        assertEquals("äö", cast(text("äöü"), DataType.sized(TypeKind.VARCHAR, 2)));
        assertEquals("äö  ", cast(text("äö"), DataType.sized(TypeKind.CHAR, 4)));
        assertEquals("\uD83D\uDE00", cast(text("\uD83D\uDE00x"), DataType.sized(TypeKind.CHAR, 1)));
        assertArrayEquals(new byte[] {'a', 0}, (byte[]) cast(text("a"), DataType.sized(TypeKind.BINARY, 2)));
        assertArrayEquals(new byte[] {'a'}, (byte[]) cast(text("abc"), DataType.sized(TypeKind.VARBINARY, 1)));
        assertEquals("é", cast(value(DataType.BYTES, new byte[] {(byte) 0xC3, (byte) 0xA9}), DataType.STRING));
    }

    @Test
    void nestedValuesToText() {
        DataType array = DataType.array(DataType.STRING);
        DataType row = DataType.row(List.of(new Field("n", DataType.INTEGER), new Field("s", DataType.STRING)));
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("k", 1);
        map.put("l", null);
        assertEquals("[a, NULL, b]", cast(value(array, Arrays.asList("a", null, "b")), DataType.STRING));
        assertEquals("(1, x)", cast(value(row, List.of(1, "x")), DataType.STRING));
        assertEquals(
                "{k=1, l=NULL}", cast(value(DataType.map(DataType.STRING, DataType.INTEGER), map), DataType.STRING));
        DataType decimals = DataType.array(DataType.decimal(5, 2));
        assertEquals(
                List.of(new BigDecimal("1.00"), new BigDecimal("2.50")),
                cast(value(array, List.of("1", "2.5")), decimals));
    }

    @Test
    void whatDoesNotConvertIsRefusedByName() {
        LeatException error = assertThrows(LeatException.class, () -> cast(bool(true), DataType.DATE));
        assertEquals("CAST from BOOLEAN to DATE is not supported", error.getMessage());
        assertEquals(ErrorCode.UNSUPPORTED, error.code());
        assertNull(cast(value(DataType.of(TypeKind.NULL), null), DataType.STRING));
    }
}
