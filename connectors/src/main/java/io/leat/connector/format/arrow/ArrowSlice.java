package io.leat.connector.format.arrow;

import io.leat.connector.format.StrictUtf8;
import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.batch.Validity;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The values of some rows of one column as they lie in a file.
 *
 * @param column what they are
 * @param rows how many
 * @param firstBit where the first row's bit is in the first byte of validity and of truth values
 * @param validity a bit a row, set unless the value is NULL; null if none is
 * @param offsets where each value begins in the data, if values have a length of their own
 * @param data the values
 */
public record ArrowSlice(ArrowColumn column, int rows, int firstBit, byte[] validity, int[] offsets, byte[] data) {

    private static final long MILLIS_PER_DAY = 86_400_000L;

    /** The column of these values. */
    public Column toColumn() {
        return switch (column.values().kind()) {
            case NOTHING -> Column.absent(column.type(), rows);
            case BITS, WHOLE, UNSIGNED -> longs();
            case FLOATING -> doubles();
            case DECIMAL -> decimals();
            case TEXT, BYTES -> variable();
        };
    }

    /** Whether there may be values that are none of the column's type, so that each has to be looked at. */
    public boolean isDoubtful() {
        TypeKind kind = column.type().kind();
        return kind == TypeKind.TIME
                || kind == TypeKind.DECIMAL
                || (!column.type().nullable() && validity != null);
    }

    /** What is wrong with a value of the {@linkplain #toColumn column}, if something is. */
    public Optional<String> problem(Column values, int row) {
        DataType type = column.type();
        if (values.isNull(row)) {
            return type.nullable() ? Optional.empty() : Optional.of("expected " + type + ", found no value");
        }
        boolean fits = switch (type.kind()) {
            case TIME -> isWithin(((LongColumn) values).values()[row], 0, MILLIS_PER_DAY - 1);
            case DECIMAL -> decimal(values, row).precision() <= type.precision();
            default -> true;
        };
        return fits ? Optional.empty() : Optional.of("the value is none of " + type.withNullable(true));
    }

    private static boolean isWithin(long value, long least, long most) {
        return value >= least && value <= most;
    }

    private BigDecimal decimal(Column values, int row) {
        return values instanceof LongColumn longs
                ? BigDecimal.valueOf(longs.values()[row], column.type().scale())
                : (BigDecimal) ((ObjectColumn) values).values()[row];
    }

    private static boolean bit(byte[] bits, int index) {
        return (bits[index >> 3] & (1 << (index & 7))) != 0;
    }

    private boolean isNull(int row) {
        return validity != null && !bit(validity, firstBit + row);
    }

    private long[] validityBits() {
        if (validity == null) {
            return null;
        }
        long[] bits = Validity.allValid(rows);
        for (int row = 0; row < rows; row++) {
            if (isNull(row)) {
                Validity.clear(bits, row);
            }
        }
        return bits;
    }

    private Column longs() {
        long[] values = new long[rows];
        ArrowValues lie = column.values();
        if (lie.kind() == ArrowValues.Kind.BITS) {
            for (int row = 0; row < rows; row++) {
                values[row] = bit(data, firstBit + row) ? 1 : 0;
            }
        } else {
            numbers(values, lie);
        }
        for (int row = 0; validity != null && row < rows; row++) {
            values[row] = isNull(row) ? 0 : values[row];
        }
        return new LongColumn(values, validityBits(), rows);
    }

    private void numbers(long[] values, ArrowValues lie) {
        int width = lie.width();
        if (width == Long.BYTES && lie.kind() == ArrowValues.Kind.WHOLE) {
            littleEndian().asLongBuffer().get(values);
        } else {
            long mask = lie.kind() == ArrowValues.Kind.UNSIGNED ? (1L << (8 * width)) - 1 : -1L;
            for (int row = 0; row < rows; row++) {
                values[row] = number(data, row * width, width) & mask;
            }
        }
        for (int row = 0; lie.factor() != lie.divisor() && row < rows; row++) {
            values[row] = Math.floorDiv(values[row] * lie.factor(), lie.divisor());
        }
    }

    /** A whole number of so many bytes, the lowest first; of 16 bytes the lower half. */
    static long number(byte[] bytes, int at, int width) {
        int count = Math.min(width, Long.BYTES);
        long value = bytes[at + count - 1];
        for (int i = count - 2; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    private ByteBuffer littleEndian() {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Column doubles() {
        double[] values = new double[rows];
        if (column.values().width() == Double.BYTES) {
            littleEndian().asDoubleBuffer().get(values);
        } else {
            ByteBuffer floats = littleEndian();
            for (int row = 0; row < rows; row++) {
                values[row] = floats.getFloat();
            }
        }
        for (int row = 0; validity != null && row < rows; row++) {
            values[row] = isNull(row) ? 0 : values[row];
        }
        return new DoubleColumn(values, validityBits(), rows);
    }

    private Column decimals() {
        Object[] values = new Object[rows];
        byte[] bigEndian = new byte[16];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < 16; i++) {
                bigEndian[i] = data[row * 16 + 15 - i];
            }
            values[row] = isNull(row)
                    ? null
                    : new BigDecimal(new BigInteger(bigEndian), column.type().scale());
        }
        return new ObjectColumn(values, validityBits(), rows);
    }

    private Column variable() {
        if (column.values().kind() == ArrowValues.Kind.TEXT) {
            requireText();
        }
        boolean plain = true;
        for (int row = 0; row < rows && validity != null; row++) {
            plain &= !isNull(row) || offsets[row] == offsets[row + 1];
        }
        return plain ? new BytesColumn(data, offsets, validityBits(), rows) : withoutBytesOfNulls();
    }

    private Column withoutBytesOfNulls() {
        ColumnBuilder builder = ColumnBuilder.of(column.type(), rows);
        for (int row = 0; row < rows; row++) {
            if (isNull(row)) {
                builder.appendNull();
            } else {
                builder.appendBytes(data, offsets[row], offsets[row + 1] - offsets[row]);
            }
        }
        return builder.build();
    }

    private void requireText() {
        boolean valid = StrictUtf8.isValid(data, 0, data.length);
        for (int row = 0; valid && row < rows; row++) {
            valid = offsets[row] >= data.length || (data[offsets[row]] & 0xC0) != 0x80;
        }
        if (!valid) {
            throw LeatException.of(
                    ErrorCode.INPUT_OUTPUT,
                    "field \"" + column.field().name() + "\" of an Arrow file has text that is not valid UTF-8");
        }
    }
}
