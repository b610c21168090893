package io.leat.core.batch;

import java.util.Arrays;
import java.util.Objects;

/**
 * The long tail: DECIMAL beyond 18 digits as {@code BigDecimal} of the type's scale, ARRAY and ROW as {@code List}, MAP
 * as {@code Map}; members are Java values as {@link JavaValues} describes them.
 *
 * @param values the values; those of NULLs are null; may be longer than {@code size}
 * @param validity validity bits, or null when nothing is NULL
 */
public record ObjectColumn(Object[] values, long[] validity, int size) implements Column {

    @Override
    public boolean hasSameValue(int row, Column other, int otherRow) {
        return Objects.deepEquals(values[row], ((ObjectColumn) other).values[otherRow]);
    }

    @Override
    public ObjectColumn gather(int[] rows, int count) {
        Object[] gathered = new Object[count];
        for (int i = 0; i < count; i++) {
            gathered[i] = values[rows[i]];
        }
        return new ObjectColumn(gathered, Validity.gather(validity, rows, count), count);
    }

    @Override
    public ObjectColumn slice(int from, int count) {
        return new ObjectColumn(
                Arrays.copyOfRange(values, from, from + count), Validity.slice(validity, from, count), count);
    }
}
