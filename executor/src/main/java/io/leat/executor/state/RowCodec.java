package io.leat.executor.state;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some columns of a row as bytes and back: one bit a column that is set for NULL, then the values that are not NULL, 8
 * bytes for a long or double, a length and the bytes for text and binary, {@link ObjectCodec}'s encoding for the rest.
 *
 * <p>Values of one type that SQL calls equal give equal bytes and others do not: -0.0 becomes 0.0, every NaN the same
 * one, a wide DECIMAL has the scale of its type and the entries of a MAP are sorted. Not safe for several threads.
 */
public final class RowCodec {
    private final DataType[] types;
    private final int[] columns;

    private RowCodec(List<DataType> types, int[] columns) {
        this.types = types.toArray(DataType[]::new);
        this.columns = columns;
    }

    /** A codec of all columns of rows of the given types. */
    public static RowCodec all(List<DataType> types) {
        return new RowCodec(types, IntStream.range(0, types.size()).toArray());
    }

    /** A codec of some columns, in the given order, of rows of the given types. */
    public static RowCodec of(List<DataType> types, List<Integer> columns) {
        List<DataType> chosen = columns.stream().map(types::get).toList();
        return new RowCodec(chosen, columns.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The types of the encoded columns. */
    public List<DataType> types() {
        return List.of(types);
    }

    /** Whether any of the columns is NULL in a row. */
    public boolean hasNull(Chunk chunk, int row) {
        for (int column : columns) {
            if (chunk.column(column).isNull(row)) {
                return true;
            }
        }
        return false;
    }

    /** Replaces what the buffer holds by a row's bytes. */
    public void encode(Chunk chunk, int row, RowBytes into) {
        into.clear();
        append(chunk, row, into);
    }

    /** Adds a row's bytes to what the buffer holds. */
    public void append(Chunk chunk, int row, RowBytes into) {
        int nulls = into.putZeros(nullBytes());
        for (int i = 0; i < columns.length; i++) {
            Column column = chunk.column(columns[i]);
            if (column.isNull(row)) {
                into.bytes()[nulls + (i >> 3)] |= (byte) (1 << (i & 7));
            } else {
                encodeValue(types[i], column, row, into);
            }
        }
    }

    private int nullBytes() {
        return (columns.length + 7) >> 3;
    }

    private static void encodeValue(DataType type, Column column, int row, RowBytes into) {
        if (column instanceof LongColumn longs) {
            into.putLong(longs.values()[row]);
        } else if (column instanceof DoubleColumn doubles) {
            into.putLong(canonicalBits(doubles.values()[row]));
        } else if (column instanceof BytesColumn bytes) {
            int length = bytes.length(row);
            into.putVarint(length);
            into.putBytes(bytes.origin().bytes(), bytes.start(row), length);
        } else {
            ObjectCodec.encode(type, ((ObjectColumn) column).values()[row], into);
        }
    }

    /** The bits of a double, equal for values that SQL calls equal. */
    static long canonicalBits(double value) {
        return Double.doubleToLongBits(value == 0 ? 0.0 : value);
    }

    /**
     * Adds the values that lie encoded at a place to the builder's columns, from the given one on. Ending the row is left
     * to the caller.
     */
    public void decode(byte[] source, int offset, ChunkBuilder into, int firstColumn) {
        int position = offset + nullBytes();
        for (int i = 0; i < columns.length; i++) {
            ColumnBuilder builder = into.column(firstColumn + i);
            if ((source[offset + (i >> 3)] & 1 << (i & 7)) != 0) {
                builder.appendNull();
            } else {
                position = decodeValue(types[i], source, position, builder);
            }
        }
    }

    private static int decodeValue(DataType type, byte[] source, int position, ColumnBuilder builder) {
        return switch (type.layout()) {
            case LONG -> {
                builder.appendLong(RowBytes.getLong(source, position));
                yield position + Long.BYTES;
            }
            case DOUBLE -> {
                builder.appendDouble(Double.longBitsToDouble(RowBytes.getLong(source, position)));
                yield position + Long.BYTES;
            }
            case BYTES -> decodeBytes(source, position, builder);
            case OBJECT -> {
                ObjectReader reader = new ObjectReader(source, position);
                builder.appendObject(reader.read(type));
                yield reader.position();
            }
        };
    }

    private static int decodeBytes(byte[] source, int position, ColumnBuilder builder) {
        int length = 0;
        int at = position;
        for (int shift = 0; ; shift += 7) {
            byte next = source[at++];
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                builder.appendBytes(source, at, length);
                return at + length;
            }
        }
    }
}
