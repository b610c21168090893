package io.leat.executor.over;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.executor.state.OrderedEncoding;
import io.leat.executor.state.RowBytes;
import io.leat.executor.state.RowCodec;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The order of values in one column, as {@link io.leat.executor.state.RowOrder} has it of encoded rows. */
final class CellOrder {
    private static final int PREFIX_BYTES = 8;

    private final DataType type;
    private final boolean descending;
    private final boolean nullsFirst;

    /** A column that completes an order: ascending, NULLs first. */
    CellOrder(DataType type) {
        this(type, false, true);
    }

    CellOrder(DataType type, Sort.Key key) {
        this(type, key.descending(), key.nullsFirst());
    }

    private CellOrder(DataType type, boolean descending, boolean nullsFirst) {
        this.type = type;
        this.descending = descending;
        this.nullsFirst = nullsFirst;
    }

    /** For each row of a column a number that is never greater for an earlier value than for a later one. */
    void words(Column column, int count, long[] into) {
        if (column instanceof LongColumn longs) {
            System.arraycopy(longs.values(), 0, into, 0, count);
        } else if (column instanceof DoubleColumn doubles) {
            for (int i = 0; i < count; i++) {
                into[i] = OrderedEncoding.ofDouble(doubles.values()[i]);
            }
        } else if (column instanceof BytesColumn bytes) {
            for (int i = 0; i < count; i++) {
                into[i] = prefix(bytes, i);
            }
        } else {
            Arrays.fill(into, 0, count, 0);
        }
        for (int i = 0; descending && i < count; i++) {
            into[i] = ~into[i];
        }
        for (int i = 0; column.validity() != null && i < count; i++) {
            into[i] = !column.isNull(i) ? into[i] : nullsFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static long prefix(BytesColumn bytes, int row) {
        int start = bytes.offsets()[row];
        int length = bytes.length(row);
        long word = 0;
        for (int i = 0; i < PREFIX_BYTES; i++) {
            word = word << Byte.SIZE | (i < length ? bytes.bytes()[start + i] & 0xFF : 0);
        }
        return word ^ Long.MIN_VALUE;
    }

    /** Compares two values. */
    int compare(Column left, int leftRow, Column right, int rightRow) {
        boolean leftNull = left.isNull(leftRow);
        boolean rightNull = right.isNull(rightRow);
        if (leftNull || rightNull) {
            return leftNull == rightNull ? 0 : leftNull == nullsFirst ? -1 : 1;
        }
        int order = compareValues(left, leftRow, right, rightRow);
        return descending ? -order : order;
    }

    private int compareValues(Column left, int leftRow, Column right, int rightRow) {
        if (left instanceof LongColumn longs) {
            return Long.compare(longs.values()[leftRow], ((LongColumn) right).values()[rightRow]);
        }
        if (left instanceof DoubleColumn doubles) {
            return Long.compare(
                    OrderedEncoding.ofDouble(doubles.values()[leftRow]),
                    OrderedEncoding.ofDouble(((DoubleColumn) right).values()[rightRow]));
        }
        if (left instanceof BytesColumn bytes) {
            BytesColumn other = (BytesColumn) right;
            return Arrays.compareUnsigned(
                    bytes.bytes(),
                    bytes.offsets()[leftRow],
                    bytes.offsets()[leftRow + 1],
                    other.bytes(),
                    other.offsets()[rightRow],
                    other.offsets()[rightRow + 1]);
        }
        return compareObjects(((ObjectColumn) left).values()[leftRow], ((ObjectColumn) right).values()[rightRow]);
    }

    private int compareObjects(Object left, Object right) {
        return type.kind() == TypeKind.DECIMAL
                ? ((BigDecimal) left).compareTo((BigDecimal) right)
                : Arrays.compareUnsigned(encoded(left), encoded(right));
    }

    private byte[] encoded(Object value) {
        ChunkBuilder builder = new ChunkBuilder(List.of(type), 1);
        builder.column(0).appendObject(value);
        builder.endRow(1);
        Chunk chunk = builder.build();
        RowBytes bytes = new RowBytes();
        RowCodec.all(List.of(type)).encode(chunk, 0, bytes);
        return Arrays.copyOf(bytes.bytes(), bytes.length());
    }
}
