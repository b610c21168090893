package io.leat.connector.format;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Reads values of all scalar types from text, for every format that has text in it.
 *
 * <p>Whole numbers may be written as {@code 7.0}, because nothing is lost; DECIMAL is exact up to its scale and rounded
 * half up beyond it, as a cast does; binary values are Base64; intervals are their number of months or milliseconds.
 */
public final class TextValues {
    private static final int NUMBER_CHARACTERS_MAX = 100;

    private TextValues() {}

    /**
     * Appends the value of a text.
     *
     * @throws BadValueException if it is not of the type; nothing is appended then
     */
    public static void append(ColumnBuilder column, DataType type, String text) throws BadValueException {
        switch (type.layout()) {
            case LONG -> column.appendLong(longValue(type, text));
            case DOUBLE -> column.appendDouble(doubleValue(type, text));
            case BYTES -> appendBytes(column, type, text);
            case OBJECT -> column.appendObject(value(type, text));
        }
    }

    private static void appendBytes(ColumnBuilder column, DataType type, String text) throws BadValueException {
        if (type.kind().isText()) {
            column.appendText(fitting(type, text));
        } else {
            byte[] bytes = binary(type, text);
            column.appendBytes(bytes, 0, bytes.length);
        }
    }

    /**
     * The value of a text as {@link JavaValues} has it.
     *
     * @throws BadValueException if it is not of the type
     */
    public static Object value(DataType type, String text) throws BadValueException {
        return switch (type.layout()) {
            case LONG -> JavaValues.fromLong(type, longValue(type, text));
            case DOUBLE -> boxed(type, doubleValue(type, text));
            case BYTES -> type.kind().isText() ? fitting(type, text) : binary(type, text);
            case OBJECT -> wideDecimal(type, text);
        };
    }

    /** A REAL as Float, a DOUBLE as Double. */
    public static Object boxed(DataType type, double value) {
        return switch (type.kind()) {
            case REAL -> (Object) (float) value;
            default -> (Object) value;
        };
    }

    private static Object wideDecimal(DataType type, String text) throws BadValueException {
        if (type.kind() != TypeKind.DECIMAL) {
            throw BadValueException.text(type, text);
        }
        return decimal(type, number(type, text));
    }

    /** The text itself, if it is not longer than the type allows. */
    public static String fitting(DataType type, String text) throws BadValueException {
        boolean tooLong = text.length() > type.precision() && text.codePointCount(0, text.length()) > type.precision();
        if (tooLong) {
            throw BadValueException.text(type, text);
        }
        return text;
    }

    private static byte[] binary(DataType type, String text) throws BadValueException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length > type.precision()) {
                throw BadValueException.expected(type, bytes.length + " bytes");
            }
            return bytes;
        } catch (IllegalArgumentException notBase64) {
            throw BadValueException.expected(type, "text that is not Base64: " + BadValueException.shown(text));
        }
    }

    private static long longValue(DataType type, String raw) throws BadValueException {
        String text = raw.trim();
        return switch (type.kind()) {
            case BOOLEAN -> bool(type, text);
            case DATE -> found(DateTimeText.date(text), type, text);
            case TIME -> found(DateTimeText.time(text), type, text);
            case TIMESTAMP, TIMESTAMP_LTZ -> found(DateTimeText.timestamp(text), type, text);
            case DECIMAL -> decimal(type, number(type, text)).unscaledValue().longValue();
            default -> integer(type, text);
        };
    }

    private static long bool(DataType type, String text) throws BadValueException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> 1;
            case "false" -> 0;
            default -> throw BadValueException.text(type, text);
        };
    }

    private static long found(OptionalLong value, DataType type, String text) throws BadValueException {
        return value.orElseThrow(() -> BadValueException.text(type, text));
    }

    private static long integer(DataType type, String text) throws BadValueException {
        boolean plain = !text.isEmpty() && text.length() < 19;
        for (int i = text.startsWith("-") ? 1 : 0; plain && i < text.length(); i++) {
            plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (plain && !text.equals("-")) {
            return inRange(type, Long.parseLong(text));
        }
        return integer(type, number(type, text));
    }

    /** A number as a whole number of the type. */
    public static long integer(DataType type, BigDecimal number) throws BadValueException {
        try {
            return inRange(type, number.longValueExact());
        } catch (ArithmeticException notWholeOrTooLarge) {
            throw BadValueException.text(type, number.toString());
        }
    }

    /** A whole number, if the type is wide enough for it. */
    public static long inRange(DataType type, long value) throws BadValueException {
        int bits = switch (type.kind()) {
            case TINYINT -> 8;
            case SMALLINT -> 16;
            case INTEGER, INTERVAL_MONTHS -> 32;
            default -> 64;
        };
        if (value >> (bits - 1) != value >> 63) {
            throw BadValueException.expected(type, Long.toString(value));
        }
        return value;
    }

    private static BigDecimal number(DataType type, String raw) throws BadValueException {
        String text = raw.trim();
        if (text.length() > NUMBER_CHARACTERS_MAX) {
            throw BadValueException.text(type, text);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw BadValueException.text(type, text);
        }
    }

    /**
     * A number as a DECIMAL of the type's scale. Looks at the magnitude first, so that an exponent of a billion costs
     * nothing.
     *
     * @throws BadValueException if it has too many digits before the point
     */
    public static BigDecimal decimal(DataType type, BigDecimal number) throws BadValueException {
        long wholeDigits = (long) number.precision() - number.scale();
        if (number.signum() == 0 || wholeDigits < -type.scale()) {
            return BigDecimal.ZERO.setScale(type.scale());
        }
        if (wholeDigits > type.precision() - type.scale()) {
            throw BadValueException.text(type, number.toString());
        }
        BigDecimal rounded = number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() > type.precision()) {
            throw BadValueException.text(type, number.toString());
        }
        return rounded;
    }

    private static double doubleValue(DataType type, String raw) throws BadValueException {
        String text = raw.trim();
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> finite(type, text, number(type, text).doubleValue());
        };
    }

    private static double finite(DataType type, String text, double value) throws BadValueException {
        double fitted = type.kind() == TypeKind.REAL ? (float) value : value;
        if (Double.isInfinite(fitted)) {
            throw BadValueException.text(type, text);
        }
        return fitted;
    }
}
