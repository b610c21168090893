package io.leat.connector.format;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Appends to one column values that are written as text, straight from its UTF-8 bytes: the same values as
 * {@link TextValues}, to which it turns for whatever is written in an unusual way. Not safe for several threads.
 */
public final class TextBytes {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private final DataType type;
    private final NumberBytes number = new NumberBytes();
    private final TimestampBytes timestamp = new TimestampBytes();

    /** Appends values of a scalar type. */
    public TextBytes(DataType type) {
        this.type = type;
    }

    /** Appends the value of a text that is valid UTF-8; nothing, and false, if it is not of the type. */
    public boolean append(ColumnBuilder column, byte[] bytes, int from, int to) {
        return switch (type.kind()) {
            case CHAR, VARCHAR -> appendText(column, bytes, from, to);
            case TIMESTAMP, TIMESTAMP_LTZ -> appendTimestamp(column, bytes, from, to);
            case BOOLEAN -> appendBoolean(column, bytes, from, to);
            case DATE, TIME, BINARY, VARBINARY, ARRAY, MAP, ROW, NULL -> appendUnusual(column, bytes, from, to);
            default ->
                (number.read(bytes, from, to) == to && appendNumber(column, number))
                        || appendUnusual(column, bytes, from, to);
        };
    }

    private boolean appendText(ColumnBuilder column, byte[] bytes, int from, int to) {
        if (to - from > type.precision() && characters(bytes, from, to) > type.precision()) {
            return false;
        }
        column.appendBytes(bytes, from, to - from);
        return true;
    }

    private static int characters(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += (bytes[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private boolean appendBoolean(ColumnBuilder column, byte[] bytes, int from, int to) {
        boolean isTrue = Arrays.equals(TRUE, 0, TRUE.length, bytes, from, to);
        if (!isTrue && !Arrays.equals(FALSE, 0, FALSE.length, bytes, from, to)) {
            return appendUnusual(column, bytes, from, to);
        }
        column.appendLong(isTrue ? 1 : 0);
        return true;
    }

    private boolean appendTimestamp(ColumnBuilder column, byte[] bytes, int from, int to) {
        long millis = timestamp.read(bytes, from, to);
        if (millis == TimestampBytes.UNKNOWN) {
            return appendUnusual(column, bytes, from, to);
        }
        column.appendLong(millis);
        return true;
    }

    /** Appends a number to a column of numbers; nothing, and false, if that is not simple or not possible. */
    public boolean appendNumber(ColumnBuilder column, NumberBytes read) {
        if (!read.isExact()) {
            return false;
        }
        return switch (type.kind()) {
            case REAL, DOUBLE -> appendDouble(column, read);
            case DECIMAL -> appendDecimal(column, read);
            default -> read.isWhole() && appendWhole(column, read.signedDigits());
        };
    }

    private boolean appendWhole(ColumnBuilder column, long value) {
        int bits = switch (type.kind()) {
            case TINYINT -> 8;
            case SMALLINT -> 16;
            case INTEGER, INTERVAL_MONTHS -> 32;
            default -> 64;
        };
        if (value >> (bits - 1) != value >> 63) {
            return false;
        }
        column.appendLong(value);
        return true;
    }

    private boolean appendDouble(ColumnBuilder column, NumberBytes read) {
        if (read.isNegativeZero() || !DecimalScaling.isExact(read)) {
            return false;
        }
        double value = DecimalScaling.toDouble(read);
        double fitted = type.kind() == TypeKind.REAL ? (float) value : value;
        if (Double.isInfinite(fitted)) {
            return false;
        }
        column.appendDouble(fitted);
        return true;
    }

    private boolean appendDecimal(ColumnBuilder column, NumberBytes read) {
        boolean simple = DecimalScaling.fits(read, type.precision(), type.scale());
        if (simple) {
            column.appendLong(DecimalScaling.toScale(read, type.scale()));
        }
        return simple;
    }

    private boolean appendUnusual(ColumnBuilder column, byte[] bytes, int from, int to) {
        try {
            TextValues.append(column, type, new String(bytes, from, to - from, StandardCharsets.UTF_8));
            return true;
        } catch (BadValueException notOfTheType) {
            return false;
        }
    }
}
