package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;

/** Conversions of numbers to REAL and DOUBLE: to the nearest value; nothing is refused. */
final class ApproximateCasts {
    /** Up to here, longs and powers of ten are exact as doubles, so that one division rounds correctly. */
    private static final long EXACT_LONG_MAX = 1L << 53;

    private ApproximateCasts() {}

    /** From a numeric type, or from one whose longs are taken as they are (BOOLEAN, times, intervals). */
    static ColumnCast from(DataType from, DataType to) {
        boolean real = to.kind() == TypeKind.REAL;
        if (from.kind().isApproximate()) {
            return real && from.kind() != TypeKind.REAL
                    ? (source, selection) -> toFloat((DoubleColumn) source, selection)
                    : (source, selection) -> source;
        }
        if (from.kind() == TypeKind.DECIMAL) {
            return (source, selection) -> fromDecimals(source, selection, from, real);
        }
        return real
                ? (source, selection) -> longsToFloats((LongColumn) source, selection)
                : (source, selection) -> longsToDoubles((LongColumn) source, selection);
    }

    private static Column toFloat(DoubleColumn source, Selection selection) {
        double[] result = new double[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = (float) source.values()[row];
        }
        return new DoubleColumn(result, source.validity(), source.size());
    }

    private static Column longsToDoubles(LongColumn source, Selection selection) {
        double[] result = new double[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = (double) source.values()[row];
        }
        return new DoubleColumn(result, source.validity(), source.size());
    }

    private static Column longsToFloats(LongColumn source, Selection selection) {
        double[] result = new double[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = (float) source.values()[row];
        }
        return new DoubleColumn(result, source.validity(), source.size());
    }

    private static Column fromDecimals(Column source, Selection selection, DataType from, boolean real) {
        double[] result = new double[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (!source.isNull(row)) {
                result[row] = real ? floatAt(source, from, row) : doubleAt(source, from, row);
            }
        }
        return new DoubleColumn(result, source.validity(), source.size());
    }

    private static double floatAt(Column source, DataType from, int row) {
        return Decimals.at(source, from, row).floatValue();
    }

    private static double doubleAt(Column source, DataType from, int row) {
        if (source instanceof LongColumn longs && Math.abs(longs.values()[row]) <= EXACT_LONG_MAX) {
            return longs.values()[row] / (double) Decimals.power(from.scale());
        }
        BigDecimal value = Decimals.at(source, from, row);
        return value.doubleValue();
    }
}
