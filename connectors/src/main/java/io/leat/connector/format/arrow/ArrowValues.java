package io.leat.connector.format.arrow;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import io.leat.core.type.TypeKind.Layout;
import org.apache.arrow.flatbuf.Date;
import org.apache.arrow.flatbuf.DateUnit;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Time;
import org.apache.arrow.flatbuf.TimeUnit;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.flatbuf.Type;

/**
 * How values lie in a file.
 *
 * @param kind what they are
 * @param width bytes of a value, or of an offset where values have a length of their own
 * @param factor what a whole number is multiplied by
 * @param divisor and what it is divided by then, rounded down
 */
record ArrowValues(Kind kind, int width, long factor, long divisor) {

    /** What values are. */
    enum Kind {
        NOTHING,
        BITS,
        WHOLE,
        UNSIGNED,
        FLOATING,
        DECIMAL,
        TEXT,
        BYTES
    }

    private static final long MILLIS_PER_DAY = 86_400_000L;

    private static ArrowValues plain(Kind kind, int width) {
        return new ArrowValues(kind, width, 1, 1);
    }

    /**
     * How the values of a field are read into a column.
     *
     * @throws LeatException if a value of the one is none of the other
     */
    static ArrowValues of(ArrowField field, Field column) {
        ArrowValues values = field.field().dictionary() == null ? of(field.field(), column.type()) : null;
        if (values == null) {
            throw LeatException.of(
                            ErrorCode.TYPE_MISMATCH,
                            "column \"" + column.name() + "\" is "
                                    + column.type().withNullable(true) + ", but the file's field is "
                                    + described(field.field()))
                    .hint("Declare the column with the type that the file has, or leave it out.");
        }
        return values;
    }

    private static String described(org.apache.arrow.flatbuf.Field field) {
        String dictionary = field.dictionary() == null ? "" : " with a dictionary";
        String name = Type.name(field.typeType());
        if (field.typeType() == Type.Int) {
            Int number = (Int) field.type(new Int());
            return (number.isSigned() ? "Int" : "UInt") + number.bitWidth() + dictionary;
        }
        if (field.typeType() == Type.Decimal) {
            Decimal decimal = (Decimal) field.type(new Decimal());
            return "Decimal" + decimal.bitWidth() + "(" + decimal.precision() + ", " + decimal.scale() + ")"
                    + dictionary;
        }
        return name + dictionary;
    }

    private static ArrowValues of(org.apache.arrow.flatbuf.Field field, DataType type) {
        TypeKind kind = type.kind();
        return switch (field.typeType()) {
            case Type.Null -> plain(Kind.NOTHING, 0);
            case Type.Bool -> kind == TypeKind.BOOLEAN ? plain(Kind.BITS, 0) : null;
            case Type.Int -> integer((Int) field.type(new Int()), kind);
            case Type.FloatingPoint -> floating((FloatingPoint) field.type(new FloatingPoint()), kind);
            case Type.Decimal -> decimal((Decimal) field.type(new Decimal()), type);
            case Type.Date -> kind == TypeKind.DATE ? date((Date) field.type(new Date())) : null;
            case Type.Time -> kind == TypeKind.TIME ? time((Time) field.type(new Time())) : null;
            case Type.Timestamp ->
                kind.isTimestamp() ? millis(((Timestamp) field.type(new Timestamp())).unit(), Long.BYTES) : null;
            case Type.Utf8 -> variable(type, kind.isText(), Kind.TEXT, Integer.BYTES);
            case Type.LargeUtf8 -> variable(type, kind.isText(), Kind.TEXT, Long.BYTES);
            case Type.Binary -> variable(type, kind.isBinary(), Kind.BYTES, Integer.BYTES);
            case Type.LargeBinary -> variable(type, kind.isBinary(), Kind.BYTES, Long.BYTES);
            default -> null;
        };
    }

    private static ArrowValues integer(Int number, TypeKind kind) {
        int bits = switch (kind) {
            case TINYINT -> 8;
            case SMALLINT -> 16;
            case INTEGER -> 32;
            case BIGINT -> 64;
            default -> 0;
        };
        boolean sound = isWidth(number.bitWidth());
        int needed = number.isSigned() ? number.bitWidth() : number.bitWidth() + 1;
        Kind values = number.isSigned() ? Kind.WHOLE : Kind.UNSIGNED;
        return sound && needed <= bits ? plain(values, number.bitWidth() >> 3) : null;
    }

    private static ArrowValues floating(FloatingPoint number, TypeKind kind) {
        boolean single = number.precision() == Precision.SINGLE;
        boolean twice = number.precision() == Precision.DOUBLE;
        boolean fits = (single && kind.isApproximate()) || (twice && kind == TypeKind.DOUBLE);
        return fits ? plain(Kind.FLOATING, single ? Float.BYTES : Double.BYTES) : null;
    }

    private static ArrowValues decimal(Decimal decimal, DataType type) {
        boolean fits = type.kind() == TypeKind.DECIMAL
                && decimal.bitWidth() == 128
                && decimal.scale() == type.scale()
                && decimal.precision() <= type.precision();
        Kind values = type.layout() == Layout.LONG ? Kind.WHOLE : Kind.DECIMAL;
        return fits ? plain(values, 16) : null;
    }

    private static ArrowValues date(Date date) {
        return date.unit() == DateUnit.DAY
                ? plain(Kind.WHOLE, Integer.BYTES)
                : new ArrowValues(Kind.WHOLE, Long.BYTES, 1, MILLIS_PER_DAY);
    }

    private static boolean isWidth(int bits) {
        return bits == 8 || bits == 16 || bits == 32 || bits == 64;
    }

    private static ArrowValues time(Time time) {
        return !isWidth(time.bitWidth()) ? null : millis(time.unit(), time.bitWidth() >> 3);
    }

    private static ArrowValues millis(short unit, int width) {
        return switch (unit) {
            case TimeUnit.SECOND -> new ArrowValues(Kind.WHOLE, width, 1_000, 1);
            case TimeUnit.MILLISECOND -> plain(Kind.WHOLE, width);
            case TimeUnit.MICROSECOND -> new ArrowValues(Kind.WHOLE, width, 1, 1_000);
            default -> new ArrowValues(Kind.WHOLE, width, 1, 1_000_000);
        };
    }

    private static ArrowValues variable(DataType type, boolean fits, Kind values, int width) {
        return fits && type.precision() == DataType.UNBOUNDED ? plain(values, width) : null;
    }
}
