package io.leat.core.type;

import io.leat.core.type.TypeKind.Layout;
import java.util.List;

/**
 * A SQL type: its kind, what the kind needs to be exact, and whether NULL is among its values.
 *
 * @param kind which type
 * @param precision digits of a DECIMAL, length of CHAR and BINARY types ({@link #UNBOUNDED} for STRING and BYTES),
 *     digits of a second for times; 0 where it means nothing
 * @param scale digits after the point of a DECIMAL, else 0
 * @param nullable whether NULL is allowed
 * @param children the fields of a ROW; one field {@code element} of an ARRAY; {@code key} and {@code value} of a MAP
 */
public record DataType(TypeKind kind, int precision, int scale, boolean nullable, List<Field> children) {

    /** The precision of STRING and BYTES, and the widest VARCHAR. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** The most digits that a DECIMAL may have. */
    public static final int DECIMAL_PRECISION_MAX = 38;

    /** The most digits of a DECIMAL that is held as a scaled {@code long}. */
    public static final int DECIMAL_LONG_PRECISION_MAX = 18;

    public static final DataType BOOLEAN = of(TypeKind.BOOLEAN);
    public static final DataType INTEGER = of(TypeKind.INTEGER);
    public static final DataType BIGINT = of(TypeKind.BIGINT);
    public static final DataType DOUBLE = of(TypeKind.DOUBLE);
    public static final DataType STRING = new DataType(TypeKind.VARCHAR, UNBOUNDED, 0, true, List.of());
    public static final DataType BYTES = new DataType(TypeKind.VARBINARY, UNBOUNDED, 0, true, List.of());
    public static final DataType DATE = of(TypeKind.DATE);
    public static final DataType TIMESTAMP = new DataType(TypeKind.TIMESTAMP, 3, 0, true, List.of());
    public static final DataType TIMESTAMP_LTZ = new DataType(TypeKind.TIMESTAMP_LTZ, 3, 0, true, List.of());

    public DataType {
        children = List.copyOf(children);
    }

    /** A nullable type that needs nothing but its kind. */
    public static DataType of(TypeKind kind) {
        return new DataType(kind, 0, 0, true, List.of());
    }

    /** A nullable DECIMAL. */
    public static DataType decimal(int precision, int scale) {
        return new DataType(TypeKind.DECIMAL, precision, scale, true, List.of());
    }

    /** A nullable CHAR, VARCHAR, BINARY or VARBINARY of a length. */
    public static DataType sized(TypeKind kind, int length) {
        return new DataType(kind, length, 0, true, List.of());
    }

    /** A nullable ARRAY. */
    public static DataType array(DataType element) {
        return new DataType(TypeKind.ARRAY, 0, 0, true, List.of(new Field("element", element)));
    }

    /** A nullable MAP. */
    public static DataType map(DataType key, DataType value) {
        return new DataType(TypeKind.MAP, 0, 0, true, List.of(new Field("key", key), new Field("value", value)));
    }

    /** A nullable ROW. */
    public static DataType row(List<Field> fields) {
        return new DataType(TypeKind.ROW, 0, 0, true, fields);
    }

    /** The same type with or without NULL. */
    public DataType withNullable(boolean value) {
        return value == nullable ? this : new DataType(kind, precision, scale, value, children);
    }

    /** How a column of this type lies in memory. */
    public Layout layout() {
        boolean wide = kind == TypeKind.DECIMAL && precision > DECIMAL_LONG_PRECISION_MAX;
        return wide ? Layout.OBJECT : kind.layout;
    }

    /** The type of an ARRAY's elements. */
    public DataType element() {
        return children.get(0).type();
    }

    /** The type as SQL writes it; runs again as it is. */
    @Override
    public String toString() {
        return TypeText.of(this);
    }
}
