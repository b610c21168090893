package io.leat.executor.state;

import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The order of rows that {@link RowCodec} has encoded: by the first columns, each in its own direction; rows that are equal
 * there by all the others, ascending, NULLs first. Only equal rows are equal in it. Text is ordered by its bytes, which is
 * by code point; lists, maps and rows by their encoding.
 */
public final class RowOrder {
    private static final int NULL_BYTE_SHIFT = 3;
    private static final int NULL_BIT_MASK = 7;

    private final DataType[] types;
    private final boolean[] descending;
    private final boolean[] nullsFirst;
    private final int keys;

    /**
     * An order.
     *
     * @param types the types of the encoded columns
     * @param keys the order of the first columns; their numbers are of no account
     */
    public RowOrder(List<DataType> types, List<Sort.Key> keys) {
        this.types = types.toArray(DataType[]::new);
        this.keys = keys.size();
        this.descending = new boolean[types.size()];
        this.nullsFirst = new boolean[types.size()];
        Arrays.fill(nullsFirst, true);
        for (int i = 0; i < keys.size(); i++) {
            descending[i] = keys.get(i).descending();
            nullsFirst[i] = keys.get(i).nullsFirst();
        }
    }

    /**
     * A number that is never greater for an earlier row than for a later one. If the first column is not NULL and lies as a
     * long, it is that value, or if it descends its complement.
     */
    public long word(byte[] row, int offset) {
        if (types.length == 0) {
            return 0;
        }
        if (isNull(row, offset, 0)) {
            return nullsFirst[0] ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        int position = offset + nullBytes();
        long word = switch (types[0].layout()) {
            case LONG -> RowBytes.getLong(row, position);
            case DOUBLE -> OrderedEncoding.ofDouble(Double.longBitsToDouble(RowBytes.getLong(row, position)));
            case BYTES -> prefix(row, position);
            case OBJECT -> 0;
        };
        return descending[0] ? ~word : word;
    }

    /** The first 8 bytes of a sized byte string as a number in the same order. */
    private static long prefix(byte[] row, int position) {
        int length = varint(row, position);
        int start = position + varintBytes(row, position);
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << Byte.SIZE | (i < length ? row[start + i] & 0xFF : 0);
        }
        return word ^ Long.MIN_VALUE;
    }

    /** Whether there is a column to order by. */
    boolean hasKeys() {
        return keys > 0;
    }

    /** Whether the first column of a row is NULL. */
    public boolean isFirstNull(byte[] row, int offset) {
        return types.length > 0 && isNull(row, offset, 0);
    }

    private boolean isNull(byte[] row, int offset, int column) {
        return (row[offset + (column >> NULL_BYTE_SHIFT)] & 1 << (column & NULL_BIT_MASK)) != 0;
    }

    private int nullBytes() {
        return (types.length + NULL_BIT_MASK) >> NULL_BYTE_SHIFT;
    }

    /** Compares two rows completely. */
    public int compare(byte[] left, int leftOffset, byte[] right, int rightOffset) {
        return compare(left, leftOffset, right, rightOffset, types.length);
    }

    /** Whether two rows are equal in the columns of the order. */
    public boolean arePeers(byte[] left, int leftOffset, byte[] right, int rightOffset) {
        return compare(left, leftOffset, right, rightOffset, keys) == 0;
    }

    private int compare(byte[] left, int leftOffset, byte[] right, int rightOffset, int columns) {
        int leftPosition = leftOffset + nullBytes();
        int rightPosition = rightOffset + nullBytes();
        for (int i = 0; i < columns; i++) {
            boolean leftNull = isNull(left, leftOffset, i);
            boolean rightNull = isNull(right, rightOffset, i);
            if (leftNull != rightNull) {
                return leftNull == nullsFirst[i] ? -1 : 1;
            }
            if (!leftNull) {
                int order = compareValues(types[i], left, leftPosition, right, rightPosition);
                if (order != 0) {
                    return descending[i] ? -order : order;
                }
                int length = length(types[i], left, leftPosition);
                leftPosition += length;
                rightPosition += length;
            }
        }
        return 0;
    }

    private static int compareValues(DataType type, byte[] left, int leftAt, byte[] right, int rightAt) {
        return switch (type.layout()) {
            case LONG -> Long.compare(RowBytes.getLong(left, leftAt), RowBytes.getLong(right, rightAt));
            case DOUBLE ->
                Double.compare(
                        Double.longBitsToDouble(RowBytes.getLong(left, leftAt)),
                        Double.longBitsToDouble(RowBytes.getLong(right, rightAt)));
            case BYTES -> compareBytes(left, leftAt, right, rightAt);
            case OBJECT -> compareObjects(type, left, leftAt, right, rightAt);
        };
    }

    private static int compareBytes(byte[] left, int leftAt, byte[] right, int rightAt) {
        int leftStart = leftAt + varintBytes(left, leftAt);
        int rightStart = rightAt + varintBytes(right, rightAt);
        return Arrays.compareUnsigned(
                left,
                leftStart,
                leftStart + varint(left, leftAt),
                right,
                rightStart,
                rightStart + varint(right, rightAt));
    }

    private static int compareObjects(DataType type, byte[] left, int leftAt, byte[] right, int rightAt) {
        if (type.kind() == TypeKind.DECIMAL) {
            BigDecimal value = (BigDecimal) new ObjectReader(left, leftAt).read(type);
            return value.compareTo((BigDecimal) new ObjectReader(right, rightAt).read(type));
        }
        return Arrays.compareUnsigned(
                left,
                leftAt,
                leftAt + length(type, left, leftAt),
                right,
                rightAt,
                rightAt + length(type, right, rightAt));
    }

    /** How many bytes a value takes. */
    private static int length(DataType type, byte[] row, int position) {
        return switch (type.layout()) {
            case LONG, DOUBLE -> Long.BYTES;
            case BYTES -> varintBytes(row, position) + varint(row, position);
            case OBJECT -> {
                ObjectReader reader = new ObjectReader(row, position);
                reader.read(type);
                yield reader.position() - position;
            }
        };
    }

    private static int varint(byte[] source, int position) {
        int value = 0;
        int at = position;
        for (int shift = 0; ; shift += 7) {
            byte next = source[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static int varintBytes(byte[] source, int position) {
        int at = position;
        while (source[at] < 0) {
            at++;
        }
        return at - position + 1;
    }
}
