package io.leat.planner.type;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.StructKind;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** From our types to Calcite's. */
final class RelTypes {
    private final RelDataTypeFactory factory;

    RelTypes(RelDataTypeFactory factory) {
        this.factory = factory;
    }

    RelDataType of(DataType type) {
        return factory.createTypeWithNullability(base(type), type.nullable());
    }

    private RelDataType base(DataType type) {
        return switch (type.kind()) {
            case DECIMAL -> factory.createSqlType(SqlTypeName.DECIMAL, type.precision(), type.scale());
            case CHAR, VARCHAR, BINARY, VARBINARY -> factory.createSqlType(name(type.kind()), type.precision());
            case TIME, TIMESTAMP, TIMESTAMP_LTZ -> factory.createSqlType(name(type.kind()), type.precision());
            case INTERVAL_MONTHS -> interval(TimeUnit.YEAR, TimeUnit.MONTH);
            case INTERVAL_MILLIS -> interval(TimeUnit.DAY, TimeUnit.SECOND);
            case ARRAY -> factory.createArrayType(of(type.element()), -1);
            case MAP ->
                factory.createMapType(
                        of(type.children().get(0).type()),
                        of(type.children().get(1).type()));
            case ROW -> row(type);
            default -> factory.createSqlType(name(type.kind()));
        };
    }

    private static SqlTypeName name(TypeKind kind) {
        return kind == TypeKind.TIMESTAMP_LTZ
                ? SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE
                : SqlTypeName.valueOf(kind.name());
    }

    private RelDataType interval(TimeUnit from, TimeUnit to) {
        return factory.createSqlIntervalType(new SqlIntervalQualifier(from, to, SqlParserPos.ZERO));
    }

    /** A field of a row may be named without the table in front: {@code who.name}. */
    private RelDataType row(DataType type) {
        RelDataTypeFactory.Builder builder = factory.builder().kind(StructKind.PEEK_FIELDS_NO_EXPAND);
        for (Field field : type.children()) {
            builder.add(field.name(), of(field.type()));
        }
        return builder.build();
    }
}
