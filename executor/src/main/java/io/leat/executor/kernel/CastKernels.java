package io.leat.executor.kernel;

import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.ObjectColumn;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;
import java.math.BigDecimal;

/** CAST and TRY_CAST: finds the conversion for a pair of types. */
final class CastKernels {

    private CastKernels() {}

    /** A conversion of an operand; {@code safe} gives NULL instead of an error. */
    static Kernel compile(Typed operand, DataType to, boolean safe) {
        if (operand.kind() == TypeKind.NULL) {
            return new LiteralKernel(new Literal(null, to));
        }
        ColumnCast cast = of(operand.type(), to, safe);
        return (input, selection) -> cast.cast(operand.kernel().evaluate(input, selection), selection);
    }

    /** A conversion that an operation needs although nobody wrote it; none if the representation is the same. */
    static Kernel implicit(Typed operand, DataType to) {
        return sameValues(operand.type(), to) ? operand.kernel() : compile(operand, to, false);
    }

    private static boolean sameValues(DataType from, DataType to) {
        boolean sameKind =
                from.kind() == to.kind() || (from.kind().isText() && to.kind().isText());
        return sameKind && from.layout() == to.layout() && from.scale() == to.scale();
    }

    /**
     * The conversion from one type to another.
     *
     * @throws LeatException if there is none
     */
    static ColumnCast of(DataType from, DataType to, boolean safe) {
        ColumnCast cast = find(from, to, safe);
        if (cast == null) {
            throw LeatException.unsupported(
                    "CAST from " + from.withNullable(true) + " to " + to.withNullable(true),
                    "Convert to STRING first, or leave the conversion out.");
        }
        return cast;
    }

    private static ColumnCast find(DataType from, DataType to, boolean safe) {
        if (isNumberLike(from) && isNumberLike(to)) {
            return number(from, to, safe);
        }
        if (to.kind().isText() || to.kind().isBinary()) {
            return ToTextCasts.from(from, to);
        }
        if (from.kind().isText()) {
            return TextCasts.to(to, safe);
        }
        if (isTimeLike(from) && to.kind().isNumeric()) {
            return number(DataType.BIGINT, to, safe);
        }
        if (from.kind().isNumeric() && isTimeLike(to)) {
            return IntegerCasts.from(from, DataType.BIGINT, safe);
        }
        return isTimeLike(from) ? TimeCasts.from(from, to) : other(from, to, safe);
    }

    private static ColumnCast other(DataType from, DataType to, boolean safe) {
        if (from.kind() == TypeKind.NULL) {
            return (source, selection) -> nulls(to, source.size());
        }
        return from.layout() == Layout.OBJECT && to.layout() == Layout.OBJECT ? NestedCasts.from(from, to, safe) : null;
    }

    private static Column nulls(DataType type, int size) {
        return NestedKernels.filled(ColumnBuilder.of(type, size), size);
    }

    /** Times and intervals: as numbers they are what {@link TypeKind} says, days, milliseconds or months. */
    private static boolean isTimeLike(DataType type) {
        return switch (type.kind()) {
            case DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ, INTERVAL_MONTHS, INTERVAL_MILLIS -> true;
            default -> false;
        };
    }

    private static boolean isNumberLike(DataType type) {
        return type.kind().isNumeric() || type.kind() == TypeKind.BOOLEAN;
    }

    private static ColumnCast number(DataType from, DataType to, boolean safe) {
        if (to.kind() == TypeKind.DECIMAL) {
            return DecimalCasts.from(from, to, safe);
        }
        if (to.kind().isApproximate()) {
            return ApproximateCasts.from(from, to);
        }
        return to.kind() == TypeKind.BOOLEAN ? CastKernels::toBoolean : IntegerCasts.from(from, to, safe);
    }

    private static Column toBoolean(Column source, Selection selection) {
        long[] result = new long[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            result[row] = !source.isNull(row) && isNotZero(source, row) ? 1 : 0;
        }
        return new LongColumn(result, source.validity(), source.size());
    }

    private static boolean isNotZero(Column source, int row) {
        if (source instanceof LongColumn longs) {
            return longs.values()[row] != 0;
        }
        return source instanceof DoubleColumn doubles
                ? doubles.values()[row] != 0
                : ((BigDecimal) ((ObjectColumn) source).values()[row]).signum() != 0;
    }
}
