package io.leat.planner.function;

import io.leat.core.type.DataType;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.type.CalciteTypes;
import java.util.List;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.SqlTypeFamily;

/** A function that a user has made, for Calcite. */
public final class UserOperator extends SqlFunction {
    private final UserFunction function;

    /** The operator of a function. */
    public UserOperator(UserFunction function) {
        super(
                function.name(),
                SqlKind.OTHER_FUNCTION,
                binding -> CalciteTypes.toRelDataType(function.result(), binding.getTypeFactory()),
                null,
                OperandTypes.family(families(function)),
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.function = function;
    }

    /** What it stands for. */
    public UserFunction function() {
        return function;
    }

    private static List<SqlTypeFamily> families(UserFunction function) {
        return function.parameters().types().stream().map(UserOperator::family).toList();
    }

    /** What an argument may be, so that converting it to the parameter's type loses nothing but digits behind the point. */
    private static SqlTypeFamily family(DataType type) {
        if (type.kind().isInteger()) {
            return SqlTypeFamily.INTEGER;
        }
        return switch (type.kind()) {
            case DECIMAL, REAL, DOUBLE -> SqlTypeFamily.NUMERIC;
            case CHAR, VARCHAR -> SqlTypeFamily.CHARACTER;
            case BINARY, VARBINARY -> SqlTypeFamily.BINARY;
            case BOOLEAN -> SqlTypeFamily.BOOLEAN;
            case DATE -> SqlTypeFamily.DATE;
            case TIME -> SqlTypeFamily.TIME;
            case TIMESTAMP, TIMESTAMP_LTZ -> SqlTypeFamily.TIMESTAMP;
            case ARRAY -> SqlTypeFamily.ARRAY;
            case MAP -> SqlTypeFamily.MAP;
            default -> SqlTypeFamily.ANY;
        };
    }
}
