package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Conversions of numbers to TINYINT to BIGINT: fractions are cut off, what is out of range is refused. */
final class IntegerCasts {
    private static final double TWO_TO_THE_63 = 0x1p63;

    private IntegerCasts() {}

    /** From a numeric type, or from one whose longs are taken as they are (BOOLEAN, times, intervals). */
    static ColumnCast from(DataType from, DataType to, boolean safe) {
        if (from.kind().isApproximate()) {
            return (source, selection) -> fromDoubles((DoubleColumn) source, selection, to, safe);
        }
        if (from.layout() == TypeKind.Layout.OBJECT) {
            return (source, selection) -> fromObjects((ObjectColumn) source, selection, to, safe);
        }
        if (from.kind() == TypeKind.DECIMAL && from.scale() > 0) {
            long unit = Decimals.power(from.scale());
            return (source, selection) -> narrow(whole((LongColumn) source, selection, unit), selection, to, safe);
        }
        boolean widening = from.kind().isInteger() && bits(from) <= bits(to) || from.kind() == TypeKind.BOOLEAN;
        return widening
                ? (source, selection) -> source
                : (source, selection) -> narrow((LongColumn) source, selection, to, safe);
    }

    /** How many bits the values of an integer type have, the sign included. */
    static int bits(DataType type) {
        return switch (type.kind()) {
            case TINYINT -> Byte.SIZE;
            case SMALLINT -> Short.SIZE;
            case INTEGER -> Integer.SIZE;
            default -> Long.SIZE;
        };
    }

    private static LongColumn whole(LongColumn source, Selection selection, long unit) {
        long[] values = source.values();
        long[] result = new long[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = values[row] / unit;
        }
        return new LongColumn(result, source.validity(), source.size());
    }

    private static Column narrow(LongColumn source, Selection selection, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        int shift = Long.SIZE - bits(to);
        long[] values = source.values();
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            long value = values[row];
            if (value << shift >> shift != value && validity.isValid(row)) {
                validity.refuse(row, () -> RowErrors.outOfRange(to, Long.toString(value)));
            }
        }
        return new LongColumn(values, validity.bits(), source.size());
    }

    private static Column fromDoubles(DoubleColumn source, Selection selection, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        double bound = bits(to) == Long.SIZE ? TWO_TO_THE_63 : 1L << (bits(to) - 1);
        long[] result = new long[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            double value = source.values()[row];
            double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
            boolean fits = whole >= -bound && whole < bound;
            if (!fits && validity.isValid(row)) {
                validity.refuse(row, () -> RowErrors.outOfRange(to, Double.toString(value)));
            }
            result[row] = (long) whole;
        }
        return new LongColumn(result, validity.bits(), source.size());
    }

    private static Column fromObjects(ObjectColumn source, Selection selection, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        long[] result = new long[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (validity.isValid(row)) {
                BigDecimal value = (BigDecimal) source.values()[row];
                BigInteger whole = value.setScale(0, RoundingMode.DOWN).unscaledValue();
                if (whole.bitLength() >= bits(to)) {
                    validity.refuse(row, () -> RowErrors.outOfRange(to, value.toPlainString()));
                }
                result[row] = whole.longValue();
            }
        }
        return new LongColumn(result, validity.bits(), source.size());
    }
}
