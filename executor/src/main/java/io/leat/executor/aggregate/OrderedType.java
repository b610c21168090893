package io.leat.executor.aggregate;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;
import io.leat.executor.state.BytesValues;
import io.leat.executor.state.OrderedEncoding;
import java.math.BigDecimal;
import java.util.Arrays;

/** A type whose values have an order: how they become numbers, or else byte strings, in that order, and back. */
final class OrderedType {
    private final DataType type;
    private final Layout layout;

    /** The order of a type. */
    OrderedType(DataType type, String function) {
        if (type.layout() == Layout.OBJECT && type.kind() != TypeKind.DECIMAL) {
            throw LeatException.unsupported(function + " of " + type.kind(), "Use it on a value that has an order.");
        }
        this.type = type;
        this.layout = type.layout();
    }

    /** Whether values become numbers. */
    boolean isNumber() {
        return layout == Layout.LONG || layout == Layout.DOUBLE;
    }

    /** A value as a number. */
    long number(Column column, int row) {
        return column instanceof LongColumn longs
                ? longs.values()[row]
                : OrderedEncoding.ofDouble(((DoubleColumn) column).values()[row]);
    }

    /** A value as a byte string of its own. */
    byte[] bytes(Column column, int row) {
        if (column instanceof BytesColumn bytes) {
            int from = bytes.start(row);
            return Arrays.copyOfRange(bytes.origin().bytes(), from, from + bytes.length(row));
        }
        return OrderedEncoding.ofDecimal((BigDecimal) ((ObjectColumn) column).values()[row]);
    }

    /** How a value compares to the byte string of a number. */
    int compare(Column column, int row, BytesValues others, int number) {
        if (column instanceof BytesColumn bytes) {
            int from = bytes.start(row);
            return -others.compare(number, bytes.origin().bytes(), from, from + bytes.length(row));
        }
        byte[] encoded = bytes(column, row);
        return -others.compare(number, encoded, 0, encoded.length);
    }

    /** Keeps a value as the byte string of a number. */
    void store(Column column, int row, BytesValues into, int number) {
        if (column instanceof BytesColumn bytes) {
            into.set(number, bytes.origin().bytes(), bytes.start(row), bytes.length(row));
        } else {
            byte[] encoded = bytes(column, row);
            into.set(number, encoded, 0, encoded.length);
        }
    }

    /** Appends the value of a number. */
    void append(long number, ColumnBuilder into) {
        if (layout == Layout.LONG) {
            into.appendLong(number);
        } else {
            into.appendDouble(OrderedEncoding.toDouble(number));
        }
    }

    /** Appends the value of a number's byte string. */
    void append(BytesValues strings, int number, ColumnBuilder into) {
        if (layout == Layout.BYTES) {
            strings.append(number, into);
        } else {
            append(strings.get(number), into);
        }
    }

    /** Appends the value of a byte string. */
    void append(byte[] bytes, ColumnBuilder into) {
        if (layout == Layout.BYTES) {
            into.appendBytes(bytes, 0, bytes.length);
        } else {
            into.appendObject(OrderedEncoding.toDecimal(bytes, type.scale()));
        }
    }
}
