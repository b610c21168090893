package io.leat.planner.type;

import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** From Calcite's types to ours. {@link RelTypes} goes the other way. */
public final class CalciteTypes {
    private static final String TYPES_HINT = "Cast it to a type that Leat has, for example STRING or DECIMAL(38, 18).";

    private CalciteTypes() {}

    /**
     * Our type for one of Calcite's.
     *
     * @throws LeatException if Leat has no such type
     */
    public static DataType toDataType(RelDataType type) {
        return base(type).withNullable(type.isNullable() || type.getSqlTypeName() == SqlTypeName.NULL);
    }

    /** The columns of a relation that Calcite describes. */
    public static Schema toSchema(RelDataType rowType) {
        return new Schema(fields(rowType));
    }

    /** Calcite's type for one of ours. */
    public static RelDataType toRelDataType(DataType type, RelDataTypeFactory factory) {
        return new RelTypes(factory).of(type);
    }

    /** An exact number as a DECIMAL with room for all its values. */
    static DataType toDecimal(RelDataType type) {
        return switch (type.getSqlTypeName()) {
            case TINYINT -> DataType.decimal(3, 0);
            case SMALLINT -> DataType.decimal(5, 0);
            case INTEGER -> DataType.decimal(10, 0);
            case BIGINT -> DataType.decimal(19, 0);
            default -> DataType.decimal(type.getPrecision(), type.getScale());
        };
    }

    private static DataType base(RelDataType type) {
        if (SqlTypeUtil.isInterval(type)) {
            boolean months = SqlTypeName.YEAR_INTERVAL_TYPES.contains(type.getSqlTypeName());
            return DataType.of(months ? TypeKind.INTERVAL_MONTHS : TypeKind.INTERVAL_MILLIS);
        }
        return switch (type.getSqlTypeName()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DATE, NULL ->
                DataType.of(TypeKind.valueOf(type.getSqlTypeName().name()));
            case FLOAT -> DataType.of(TypeKind.REAL);
            case DECIMAL -> DataType.decimal(type.getPrecision(), type.getScale());
            case CHAR, VARCHAR, BINARY, VARBINARY -> sized(type);
            case TIME -> time(TypeKind.TIME, type);
            case TIMESTAMP -> time(TypeKind.TIMESTAMP, type);
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE -> time(TypeKind.TIMESTAMP_LTZ, type);
            case UNKNOWN -> DataType.of(TypeKind.NULL);
            case SYMBOL -> DataType.STRING;
            default -> nested(type);
        };
    }

    private static DataType sized(RelDataType type) {
        TypeKind kind = TypeKind.valueOf(type.getSqlTypeName().name());
        int length = type.getPrecision();
        return DataType.sized(kind, length < 0 ? DataType.UNBOUNDED : length);
    }

    private static DataType time(TypeKind kind, RelDataType type) {
        int precision = type.getPrecision();
        int known =
                precision < 0 || precision > LeatTypeSystem.TIME_PRECISION ? LeatTypeSystem.TIME_PRECISION : precision;
        return new DataType(kind, known, 0, true, List.of());
    }

    private static DataType nested(RelDataType type) {
        if (type.isStruct()) {
            return DataType.row(fields(type));
        }
        return switch (type.getSqlTypeName()) {
            case ARRAY, MULTISET -> DataType.array(toDataType(type.getComponentType()));
            case MAP -> DataType.map(toDataType(type.getKeyType()), toDataType(type.getValueType()));
            default -> throw LeatException.unsupported("the type " + type, TYPES_HINT);
        };
    }

    private static List<Field> fields(RelDataType type) {
        return type.getFieldList().stream().map(CalciteTypes::field).toList();
    }

    private static Field field(RelDataTypeField field) {
        return new Field(field.getName(), toDataType(field.getType()));
    }
}
