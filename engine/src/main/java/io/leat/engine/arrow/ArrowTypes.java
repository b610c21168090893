package io.leat.engine.arrow;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.List;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.IntervalUnit;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Which Arrow type stands for a SQL type. */
public final class ArrowTypes {
    private static final int DECIMAL_BITS = 128;

    private ArrowTypes() {}

    /** The Arrow schema of rows. */
    public static org.apache.arrow.vector.types.pojo.Schema schema(Schema schema) {
        return new org.apache.arrow.vector.types.pojo.Schema(
                schema.fields().stream().map(ArrowTypes::field).toList());
    }

    private static org.apache.arrow.vector.types.pojo.Field field(Field field) {
        return field(field.name(), field.type());
    }

    private static org.apache.arrow.vector.types.pojo.Field field(String name, DataType type) {
        boolean nullable = type.nullable() || type.kind() == TypeKind.NULL;
        return new org.apache.arrow.vector.types.pojo.Field(
                name, new FieldType(nullable, type(type), null), children(type));
    }

    private static List<org.apache.arrow.vector.types.pojo.Field> children(DataType type) {
        return switch (type.kind()) {
            case ARRAY, ROW -> type.children().stream().map(ArrowTypes::field).toList();
            case MAP -> List.of(entries(type));
            default -> List.of();
        };
    }

    /** The entries of a map, as Arrow wants them: rows of a key that is never NULL, and a value. */
    private static org.apache.arrow.vector.types.pojo.Field entries(DataType map) {
        DataType key = map.children().get(0).type().withNullable(false);
        DataType value = map.children().get(1).type();
        return new org.apache.arrow.vector.types.pojo.Field(
                MapVector.DATA_VECTOR_NAME,
                new FieldType(false, new ArrowType.Struct(), null),
                List.of(field(MapVector.KEY_NAME, key), field(MapVector.VALUE_NAME, value)));
    }

    private static ArrowType type(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> new ArrowType.Bool();
            case TINYINT -> new ArrowType.Int(8, true);
            case SMALLINT -> new ArrowType.Int(16, true);
            case INTEGER -> new ArrowType.Int(32, true);
            case BIGINT -> new ArrowType.Int(64, true);
            case REAL -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case DOUBLE -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case DECIMAL -> new ArrowType.Decimal(type.precision(), type.scale(), DECIMAL_BITS);
            case CHAR, VARCHAR -> new ArrowType.Utf8();
            case BINARY, VARBINARY -> new ArrowType.Binary();
            case DATE -> new ArrowType.Date(DateUnit.DAY);
            case TIME -> new ArrowType.Time(TimeUnit.MILLISECOND, 32);
            case TIMESTAMP -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, null);
            case TIMESTAMP_LTZ -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC");
            case INTERVAL_MONTHS -> new ArrowType.Interval(IntervalUnit.YEAR_MONTH);
            case INTERVAL_MILLIS -> new ArrowType.Duration(TimeUnit.MILLISECOND);
            case ARRAY -> new ArrowType.List();
            case MAP -> new ArrowType.Map(false);
            case ROW -> new ArrowType.Struct();
            case NULL -> new ArrowType.Null();
        };
    }
}
