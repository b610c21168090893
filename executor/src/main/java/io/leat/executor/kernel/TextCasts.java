package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Column;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Conversions from text to numbers, booleans and times. */
final class TextCasts {

    private TextCasts() {}

    /** Reads one value; the parsers make no objects for values that fit. */
    private interface LongReader {

        /** Whether it is a value of the type; then {@link #value} has it. */
        boolean read(byte[] bytes, int from, int to);

        long value();
    }

    /** The conversion, or null if there is none. */
    static ColumnCast to(DataType to, boolean safe) {
        return switch (to.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ ->
                (source, selection) -> longs((BytesColumn) source, selection, to, safe);
            case REAL, DOUBLE -> (source, selection) -> doubles((BytesColumn) source, selection, to, safe);
            case DECIMAL -> (source, selection) -> decimals((BytesColumn) source, selection, to, safe);
            default -> null;
        };
    }

    private static LongReader reader(DataType to) {
        return switch (to.kind()) {
            case BOOLEAN -> new BooleanReader();
            case DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ -> new TimeReader(to);
            default -> new IntegerReader(IntegerCasts.bits(to));
        };
    }

    private static Column longs(BytesColumn source, Selection selection, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        LongReader reader = reader(to);
        long[] result = new long[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (!validity.isValid(row)) {
                continue;
            }
            if (reader.read(source.bytes(), source.offsets()[row], source.offsets()[row + 1])) {
                result[row] = reader.value();
            } else {
                validity.refuse(row, () -> refused(source, row, to));
            }
        }
        return new LongColumn(result, validity.bits(), source.size());
    }

    /** A number that is only too big is out of range; anything else cannot be read as the type. */
    private static LeatException refused(BytesColumn source, int row, DataType to) {
        BigDecimal number = to.kind().isNumeric()
                ? new NumberParser().readDecimal(source.bytes(), source.offsets()[row], source.offsets()[row + 1])
                : null;
        boolean plain = number != null
                && (to.kind() == TypeKind.DECIMAL || !source.text(row).matches(".*[eE].*"));
        return plain ? RowErrors.outOfRange(to, number.toPlainString()) : RowErrors.cannotCast(source.text(row), to);
    }

    private static Column doubles(BytesColumn source, Selection selection, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        NumberParser parser = new NumberParser();
        double[] result = new double[source.size()];
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (!validity.isValid(row)) {
                continue;
            }
            Double value = parser.readDouble(source.bytes(), source.offsets()[row], source.offsets()[row + 1]);
            if (value == null) {
                validity.refuse(row, () -> RowErrors.cannotCast(source.text(row), to));
            } else {
                result[row] = to.kind() == TypeKind.REAL ? value.floatValue() : value;
            }
        }
        return new DoubleColumn(result, validity.bits(), source.size());
    }

    private static Column decimals(BytesColumn source, Selection selection, DataType to, boolean safe) {
        CastValidity validity = new CastValidity(source.validity(), source.size(), safe);
        NumberParser parser = new NumberParser();
        DecimalResult result = new DecimalResult(to, source.size());
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            if (validity.isValid(row) && !readDecimal(parser, source, row, to, result)) {
                validity.refuse(row, () -> refused(source, row, to));
            }
        }
        return result.column(validity.bits());
    }

    private static boolean readDecimal(
            NumberParser parser, BytesColumn source, int row, DataType to, DecimalResult result) {
        int from = source.offsets()[row];
        int end = source.offsets()[row + 1];
        if (parser.readScaled(source.bytes(), from, end, to.scale())) {
            return result.setUnscaled(row, parser.whole());
        }
        BigDecimal value = parser.readDecimal(source.bytes(), from, end);
        return value != null && result.set(row, value);
    }

    private static final class IntegerReader implements LongReader {
        private final NumberParser parser = new NumberParser();
        private final int shift;

        IntegerReader(int bits) {
            shift = Long.SIZE - bits;
        }

        @Override
        public boolean read(byte[] bytes, int from, int to) {
            return parser.readLong(bytes, from, to) && parser.whole() << shift >> shift == parser.whole();
        }

        @Override
        public long value() {
            return parser.whole();
        }
    }

    private static final class TimeReader implements LongReader {
        private final TimeParser parser = new TimeParser();
        private final DataType type;
        private final long unit;

        TimeReader(DataType type) {
            this.type = type;
            this.unit = TimeCasts.unit(type);
        }

        @Override
        public boolean read(byte[] bytes, int from, int to) {
            return parser.readTimestamp(bytes, from, to)
                    || (type.kind() == TypeKind.TIME && parser.readTime(bytes, from, to));
        }

        @Override
        public long value() {
            long millis = parser.days() * CivilDate.MILLIS_PER_DAY + parser.millis();
            return switch (type.kind()) {
                case DATE -> Math.floorDiv(millis, CivilDate.MILLIS_PER_DAY);
                case TIME -> TimeCasts.cut(Math.floorMod(millis, CivilDate.MILLIS_PER_DAY), unit);
                default -> TimeCasts.cut(millis, unit);
            };
        }
    }

    private static final class BooleanReader implements LongReader {
        private boolean value;

        @Override
        public boolean read(byte[] bytes, int from, int to) {
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            String word = text.strip().toLowerCase(Locale.ROOT);
            value = switch (word) {
                case "true", "t", "yes", "y", "1" -> true;
                default -> false;
            };
            return value
                    || switch (word) {
                        case "false", "f", "no", "n", "0" -> true;
                        default -> false;
                    };
        }

        @Override
        public long value() {
            return value ? 1 : 0;
        }
    }
}
