package io.leat.core.batch;

import io.leat.core.type.DataType;

/**
 * The values of one column of a chunk. Which class holds a type is {@link io.leat.core.type.DataType#layout()}.
 *
 * <p>Kernels switch on the class and loop over its array; {@link #isNull} and friends are for the edges.
 */
public sealed interface Column permits LongColumn, DoubleColumn, BytesColumn, ObjectColumn {

    /** A column of which nothing is read: all NULL, whatever the type says, and without cost. */
    static Column absent(DataType type, int size) {
        return AbsentColumn.of(type, size);
    }

    /** How many values, NULLs included. */
    int size();

    /** The validity bits, or null when nothing is NULL. */
    long[] validity();

    /** Whether the value of a row is NULL. */
    default boolean isNull(int row) {
        return !Validity.isValid(validity(), row);
    }

    /**
     * Whether a value is the very value that a row of a column of the same class has, or both are NULL. Zeros of both signs
     * are not the same, and neither are numbers written with different scales.
     */
    default boolean isSame(int row, Column other, int otherRow) {
        boolean nothing = isNull(row);
        return nothing == other.isNull(otherRow) && (nothing || hasSameValue(row, other, otherRow));
    }

    /** As {@link #isSame}, where neither is NULL. */
    boolean hasSameValue(int row, Column other, int otherRow);

    /** The values of the given rows, in that order, as a new column. */
    Column gather(int[] rows, int count);

    /** The values of {@code count} rows that follow each other, as a new column. */
    Column slice(int from, int count);
}
