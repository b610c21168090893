package io.leat.planner.function;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlTypeName;

/** {@code PROCTIME()}: the time of the tick that a row comes in; with the type that Flink gives it. */
public final class ProcessingTimeFunction extends SqlFunction {

    /** The name that SQL calls it by. */
    public static final String NAME = "PROCTIME";

    ProcessingTimeFunction() {
        super(
                NAME,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.explicit(SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE),
                null,
                OperandTypes.NILADIC,
                SqlFunctionCategory.TIMEDATE);
    }

    /** Whether an expression is a call of it. */
    public static boolean isCall(RexNode expression) {
        return expression instanceof RexCall call && call.getOperator() instanceof ProcessingTimeFunction;
    }
}
