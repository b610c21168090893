package io.leat.planner.function;

import io.leat.core.type.DataType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** The type of ROUND: the argument's, but a DECIMAL has no more digits after the point than are asked for, as in Flink. */
final class RoundingType {

    private RoundingType() {}

    static RelDataType infer(SqlOperatorBinding call) {
        RelDataTypeFactory factory = call.getTypeFactory();
        RelDataType argument = call.getOperandType(0);
        boolean nullable = call.collectOperandTypes().stream().anyMatch(RelDataType::isNullable);
        RelDataType type = SqlTypeUtil.isDecimal(argument) ? decimal(call, factory, argument) : argument;
        return factory.createTypeWithNullability(type, nullable);
    }

    private static RelDataType decimal(SqlOperatorBinding call, RelDataTypeFactory factory, RelDataType argument) {
        boolean known = call.getOperandCount() == 1 || call.isOperandLiteral(1, false);
        if (!known) {
            return argument;
        }
        Integer digits =
                call.getOperandCount() == 1 ? Integer.valueOf(0) : call.getOperandLiteralValue(1, Integer.class);
        if (digits == null || digits >= argument.getScale()) {
            return argument;
        }
        int scale = Math.max(0, digits);
        int precision = 1 + argument.getPrecision() - argument.getScale() + scale;
        return factory.createSqlType(SqlTypeName.DECIMAL, Math.min(DataType.DECIMAL_PRECISION_MAX, precision), scale);
    }
}
