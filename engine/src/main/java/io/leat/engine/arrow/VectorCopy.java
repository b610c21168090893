package io.leat.engine.arrow;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.NullVector;

/** Copies columns into Arrow vectors, a buffer at a time: the layouts differ in the width of numbers only. */
final class VectorCopy {

    private VectorCopy() {}

    /** Fills a vector with a column's values; whatever it held is gone. */
    static void copy(DataType type, Column column, FieldVector vector) {
        if (vector instanceof NullVector) {
            vector.setValueCount(column.size());
        } else if (column instanceof LongColumn longs) {
            fixed(longs, (BaseFixedWidthVector) vector);
        } else if (column instanceof DoubleColumn doubles) {
            fixed(doubles, (BaseFixedWidthVector) vector);
        } else if (column instanceof BytesColumn bytes) {
            variable(bytes, (BaseVariableWidthVector) vector);
        } else if (vector instanceof DecimalVector decimals) {
            decimals((ObjectColumn) column, decimals);
        } else {
            NestedCopy.copy(type, (ObjectColumn) column, vector);
        }
    }

    private static void fixed(LongColumn column, BaseFixedWidthVector vector) {
        vector.allocateNew(column.size());
        byte[] data = vector instanceof BitVector
                ? bits(column.values(), column.size())
                : integers(column.values(), column.size(), vector.getTypeWidth());
        vector.getDataBuffer().setBytes(0, data);
        validity(column, vector.getValidityBuffer());
        vector.setValueCount(column.size());
    }

    private static byte[] bits(long[] values, int size) {
        byte[] bits = new byte[bitBytes(size)];
        for (int row = 0; row < size; row++) {
            bits[row >> 3] |= (byte) ((values[row] & 1) << (row & 7));
        }
        return bits;
    }

    private static byte[] integers(long[] values, int size, int width) {
        ByteBuffer data = littleEndian(size * width);
        switch (width) {
            case Byte.BYTES -> putBytes(data, values, size);
            case Short.BYTES -> putShorts(data, values, size);
            case Integer.BYTES -> putInts(data, values, size);
            case Long.BYTES -> data.asLongBuffer().put(values, 0, size);
            default -> putDecimals(data, values, size);
        }
        return data.array();
    }

    private static void putBytes(ByteBuffer data, long[] values, int size) {
        for (int row = 0; row < size; row++) {
            data.put((byte) values[row]);
        }
    }

    private static void putShorts(ByteBuffer data, long[] values, int size) {
        for (int row = 0; row < size; row++) {
            data.putShort((short) values[row]);
        }
    }

    private static void putInts(ByteBuffer data, long[] values, int size) {
        for (int row = 0; row < size; row++) {
            data.putInt((int) values[row]);
        }
    }

    /** Scaled values as 128 bits, low word first. */
    private static void putDecimals(ByteBuffer data, long[] values, int size) {
        for (int row = 0; row < size; row++) {
            data.putLong(values[row]);
            data.putLong(values[row] >> (Long.SIZE - 1));
        }
    }

    private static void fixed(DoubleColumn column, BaseFixedWidthVector vector) {
        vector.allocateNew(column.size());
        ByteBuffer data = littleEndian(column.size() * vector.getTypeWidth());
        if (vector.getTypeWidth() == Double.BYTES) {
            data.asDoubleBuffer().put(column.values(), 0, column.size());
        } else {
            for (int row = 0; row < column.size(); row++) {
                data.putFloat((float) column.values()[row]);
            }
        }
        vector.getDataBuffer().setBytes(0, data.array());
        validity(column, vector.getValidityBuffer());
        vector.setValueCount(column.size());
    }

    private static void variable(BytesColumn column, BaseVariableWidthVector vector) {
        int size = column.size();
        int from = column.offsets()[0];
        int length = column.offsets()[size] - from;
        vector.allocateNew(length, size);
        vector.getDataBuffer().setBytes(0, column.bytes(), from, length);
        ByteBuffer offsets = littleEndian((size + 1) * Integer.BYTES);
        for (int row = 0; row <= size; row++) {
            offsets.putInt(column.offsets()[row] - from);
        }
        vector.getOffsetBuffer().setBytes(0, offsets.array());
        validity(column, vector.getValidityBuffer());
        vector.setLastSet(size - 1);
        vector.setValueCount(size);
    }

    private static void decimals(ObjectColumn column, DecimalVector vector) {
        vector.allocateNew(column.size());
        for (int row = 0; row < column.size(); row++) {
            if (column.isNull(row)) {
                vector.setNull(row);
            } else {
                vector.set(row, (BigDecimal) column.values()[row]);
            }
        }
        vector.setValueCount(column.size());
    }

    /** Writes a column's validity bits; the buffer has room for them. */
    static void validity(Column column, ArrowBuf buffer) {
        int bytes = bitBytes(column.size());
        if (column.validity() == null) {
            buffer.setOne(0L, (long) bytes);
            return;
        }
        ByteBuffer bits = littleEndian(column.validity().length * Long.BYTES);
        bits.asLongBuffer().put(column.validity());
        buffer.setBytes(0, bits.array(), 0, bytes);
    }

    private static int bitBytes(int size) {
        return (size + 7) >> 3;
    }

    static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
