package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Conversions of numbers to DECIMAL: rounded half up to its scale; too many digits are refused. */
final class DecimalCasts {

    private DecimalCasts() {}

    /** From a numeric type, or from BOOLEAN. */
    static ColumnCast from(DataType from, DataType to, boolean safe) {
        if (from.kind().isApproximate()) {
            boolean real = from.kind() == TypeKind.REAL;
            return (source, selection) -> fromDoubles((DoubleColumn) source, selection, to, real, safe);
        }
        boolean more = from.scale() <= to.scale();
        int digits = Decimals.digits(from) - from.scale() + to.scale();
        if (more && from.scale() == to.scale() && digits <= to.precision() && from.layout() == to.layout()) {
            return (source, selection) -> source;
        }
        boolean longs = from.layout() == Layout.LONG && to.layout() == Layout.LONG;
        boolean fits = digits <= DataType.DECIMAL_LONG_PRECISION_MAX;
        if (longs && (fits || from.scale() >= to.scale())) {
            return (source, selection) -> rescale((LongColumn) source, selection, from, to, safe);
        }
        return (source, selection) -> fromExact(source, selection, from, to, safe);
    }

    private static Column rescale(LongColumn source, Selection selection, DataType from, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        long factor = Decimals.power(Math.max(0, to.scale() - from.scale()));
        long divisor = Decimals.power(Math.max(0, from.scale() - to.scale()));
        long[] result = new long[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            long value = source.values()[row];
            result[row] = divisor == 1 ? value * factor : Decimals.divideHalfUp(value, divisor);
            if (!Decimals.fits(result[row], to.precision()) && validity.isValid(row)) {
                refuse(validity, row, BigDecimal.valueOf(value, from.scale()), to);
            }
        }
        return new LongColumn(result, validity.bits(), source.size());
    }

    private static void refuse(CastValidity validity, int row, BigDecimal value, DataType to) {
        validity.refuse(row, () -> RowErrors.outOfRange(to, value.toPlainString()));
    }

    private static Column fromExact(Column source, Selection selection, DataType from, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        DecimalResult result = new DecimalResult(to, source.size());
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (validity.isValid(row)) {
                BigDecimal value = Decimals.at(source, from, row);
                if (!result.set(row, value)) {
                    refuse(validity, row, value, to);
                }
            }
        }
        return result.column(validity.bits());
    }

    /** A double counts as the shortest decimal that gives it, so that 0.1 becomes 0.1. */
    private static Column fromDoubles(
            DoubleColumn source, Selection selection, DataType to, boolean real, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        DecimalResult result = new DecimalResult(to, source.size());
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            double value = source.values()[row];
            String text = real ? Float.toString((float) value) : Double.toString(value);
            if (validity.isValid(row) && !(Double.isFinite(value) && result.set(row, shown(text, to)))) {
                validity.refuse(row, () -> RowErrors.outOfRange(to, text));
            }
        }
        return result.column(validity.bits());
    }

    private static BigDecimal shown(String text, DataType to) {
        return new BigDecimal(text).setScale(to.scale(), RoundingMode.HALF_UP);
    }
}
