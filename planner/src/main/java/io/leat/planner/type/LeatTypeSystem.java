package io.leat.planner.type;

import io.leat.core.type.DataType;
import java.math.RoundingMode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * The limits of types and the types of results, as Flink has them: 38 digits for DECIMAL, milliseconds for times, text
 * of any length, SUM and AVG of the argument's type.
 */
public final class LeatTypeSystem extends RelDataTypeSystemImpl {

    /** The one instance; it holds no state. */
    public static final LeatTypeSystem INSTANCE = new LeatTypeSystem();

    /** Digits of a second that a time can have. */
    public static final int TIME_PRECISION = 3;

    private static final int DECIMAL_PRECISION_DEFAULT = 10;
    private static final int AVERAGE_SCALE_MIN = 6;

    private LeatTypeSystem() {}

    @Override
    public int getMaxPrecision(SqlTypeName type) {
        return switch (type) {
            case DECIMAL -> DataType.DECIMAL_PRECISION_MAX;
            case CHAR, VARCHAR, BINARY, VARBINARY -> DataType.UNBOUNDED;
            case TIME, TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> TIME_PRECISION;
            default -> super.getMaxPrecision(type);
        };
    }

    @Override
    public int getMaxScale(SqlTypeName type) {
        return type == SqlTypeName.DECIMAL ? DataType.DECIMAL_PRECISION_MAX : super.getMaxScale(type);
    }

    /** VARCHAR without a length is STRING. */
    @Override
    public int getDefaultPrecision(SqlTypeName type) {
        return switch (type) {
            case DECIMAL -> DECIMAL_PRECISION_DEFAULT;
            case VARCHAR, VARBINARY -> DataType.UNBOUNDED;
            case TIMESTAMP, TIMESTAMP_WITH_LOCAL_TIME_ZONE -> TIME_PRECISION;
            default -> super.getDefaultPrecision(type);
        };
    }

    @Override
    public RoundingMode roundingMode() {
        return RoundingMode.HALF_UP;
    }

    /** CASE with texts of several lengths is a VARCHAR: no blanks are added. */
    @Override
    public boolean shouldConvertRaggedUnionTypesToVarying() {
        return true;
    }

    @Override
    public RelDataType deriveSumType(RelDataTypeFactory factory, RelDataType argument) {
        return SqlTypeUtil.isDecimal(argument)
                ? decimal(factory, DataType.DECIMAL_PRECISION_MAX, argument.getScale(), argument.isNullable())
                : argument;
    }

    @Override
    public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
        int scale = Math.max(AVERAGE_SCALE_MIN, argument.getScale());
        return SqlTypeUtil.isDecimal(argument)
                ? decimal(factory, DataType.DECIMAL_PRECISION_MAX, scale, argument.isNullable())
                : argument;
    }

    @Override
    public RelDataType deriveDecimalPlusType(RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimalType(DecimalTypes::plus, factory, left, right);
    }

    @Override
    public RelDataType deriveDecimalMultiplyType(RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimalType(DecimalTypes::multiply, factory, left, right);
    }

    @Override
    public RelDataType deriveDecimalDivideType(RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimalType(DecimalTypes::divide, factory, left, right);
    }

    @Override
    public RelDataType deriveDecimalModType(RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return decimalType(DecimalTypes::modulo, factory, left, right);
    }

    @Override
    public boolean shouldUseDoubleMultiplication(RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        return false;
    }

    /** Null, which sends Calcite to its other rules, unless both are exact numbers and one of them is DECIMAL. */
    private static RelDataType decimalType(
            DecimalTypes.Rule rule, RelDataTypeFactory factory, RelDataType left, RelDataType right) {
        boolean exact = SqlTypeUtil.isExactNumeric(left) && SqlTypeUtil.isExactNumeric(right);
        if (!exact || !(SqlTypeUtil.isDecimal(left) || SqlTypeUtil.isDecimal(right))) {
            return null;
        }
        DataType type = rule.apply(CalciteTypes.toDecimal(left), CalciteTypes.toDecimal(right));
        return decimal(factory, type.precision(), type.scale(), left.isNullable() || right.isNullable());
    }

    private static RelDataType decimal(RelDataTypeFactory factory, int precision, int scale, boolean nullable) {
        return factory.createTypeWithNullability(
                factory.createSqlType(SqlTypeName.DECIMAL, precision, scale), nullable);
    }
}
