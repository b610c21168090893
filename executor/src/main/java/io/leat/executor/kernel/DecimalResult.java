package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind.Layout;
import java.math.BigDecimal;

/** A column of a DECIMAL type that is being computed. */
final class DecimalResult {
    private final DataType type;
    private final int size;
    private final long[] longs;
    private final Object[] objects;

    DecimalResult(DataType type, int size) {
        this.type = type;
        this.size = size;
        boolean wide = type.layout() == Layout.OBJECT;
        longs = wide ? null : new long[size];
        objects = wide ? new Object[size] : null;
    }

    /** Stores a value rounded half up to the type's scale; false if it has too many digits for the type. */
    boolean set(int row, BigDecimal value) {
        BigDecimal rounded = Decimals.rounded(value, type);
        if (rounded == null) {
            return false;
        }
        if (longs != null) {
            longs[row] = rounded.unscaledValue().longValueExact();
        } else {
            objects[row] = rounded;
        }
        return true;
    }

    /** Stores a value already scaled as the type; false if it has too many digits for the type. */
    boolean setUnscaled(int row, long unscaled) {
        if (longs == null) {
            return set(row, BigDecimal.valueOf(unscaled, type.scale()));
        }
        longs[row] = unscaled;
        return Decimals.fits(unscaled, type.precision());
    }

    /** The column of what was stored; what is not valid is NULL. */
    Column column(long[] validity) {
        return longs != null ? new LongColumn(longs, validity, size) : new ObjectColumn(objects, validity, size);
    }
}
