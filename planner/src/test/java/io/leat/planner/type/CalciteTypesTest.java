package io.leat.planner.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.TypeKind;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class CalciteTypesTest {
    private final RelDataTypeFactory factory = new LeatTypeFactory();

    @Test
    void everyTypeComesBackAsItWas() {
        List<DataType> types = List.of(
                DataType.BOOLEAN,
                DataType.of(TypeKind.TINYINT),
                DataType.of(TypeKind.SMALLINT),
                DataType.INTEGER,
                DataType.BIGINT,
                DataType.of(TypeKind.REAL),
                DataType.DOUBLE,
                DataType.decimal(38, 18),
                DataType.decimal(5, 5),
                DataType.sized(TypeKind.CHAR, 3),
                DataType.sized(TypeKind.VARCHAR, 20),
                DataType.STRING,
                DataType.sized(TypeKind.BINARY, 4),
                DataType.BYTES,
                DataType.DATE,
                DataType.of(TypeKind.TIME),
                DataType.TIMESTAMP,
                DataType.TIMESTAMP_LTZ,
                DataType.of(TypeKind.INTERVAL_MONTHS),
                DataType.of(TypeKind.INTERVAL_MILLIS),
                DataType.array(DataType.STRING.withNullable(false)),
                DataType.map(DataType.STRING, DataType.BIGINT),
                DataType.row(List.of(new Field("a", DataType.INTEGER), new Field("b", DataType.array(DataType.DATE)))));
        for (DataType type : types) {
            assertEquals(type, CalciteTypes.toDataType(CalciteTypes.toRelDataType(type, factory)));
            DataType required = type.withNullable(false);
            assertEquals(required, CalciteTypes.toDataType(CalciteTypes.toRelDataType(required, factory)));
        }
        assertEquals(DataType.of(TypeKind.NULL), CalciteTypes.toDataType(factory.createSqlType(SqlTypeName.NULL)));
    }

    @Test
    void finerTimesThanMillisecondsAreNotPromised() {
        assertEquals(
                DataType.TIMESTAMP.withNullable(false),
                CalciteTypes.toDataType(factory.createSqlType(SqlTypeName.TIMESTAMP, 9)));
    }

    @Test
    void anUnknownTypeIsRefusedByName() {
        RelDataType variant = factory.createSqlType(SqlTypeName.VARIANT);
        LeatException error = assertThrows(LeatException.class, () -> CalciteTypes.toDataType(variant));
        assertEquals("the type VARIANT is not supported", error.getMessage());
    }

    @Test
    void sumAndAverageKeepTheTypeAsInFlink() {
        LeatTypeSystem types = LeatTypeSystem.INSTANCE;
        RelDataType integer = factory.createSqlType(SqlTypeName.INTEGER);
        RelDataType decimal = factory.createSqlType(SqlTypeName.DECIMAL, 10, 2);
        assertEquals("INTEGER", types.deriveSumType(factory, integer).toString());
        assertEquals("INTEGER", types.deriveAvgAggType(factory, integer).toString());
        assertEquals("DECIMAL(38, 2)", types.deriveSumType(factory, decimal).toString());
        assertEquals("DECIMAL(38, 6)", types.deriveAvgAggType(factory, decimal).toString());
        RelDataType real = factory.createSqlType(SqlTypeName.DOUBLE);
        assertEquals("DOUBLE", types.deriveAvgAggType(factory, real).toString());
    }

    @Test
    void decimalArithmeticFollowsFlink() {
        assertEquals(DataType.decimal(13, 4), DecimalTypes.plus(DataType.decimal(10, 2), DataType.decimal(10, 4)));
        assertEquals(DataType.decimal(21, 6), DecimalTypes.multiply(DataType.decimal(10, 2), DataType.decimal(10, 4)));
        assertEquals(DataType.decimal(25, 13), DecimalTypes.divide(DataType.decimal(10, 2), DataType.decimal(10, 4)));
        assertEquals(DataType.decimal(10, 4), DecimalTypes.modulo(DataType.decimal(10, 2), DataType.decimal(10, 4)));
        assertEquals(
                DataType.decimal(38, 6), DecimalTypes.multiply(DataType.decimal(38, 10), DataType.decimal(38, 10)));
        assertEquals(DataType.decimal(38, 9), DecimalTypes.plus(DataType.decimal(38, 10), DataType.decimal(38, 10)));
    }
}
