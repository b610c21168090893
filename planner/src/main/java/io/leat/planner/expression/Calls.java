package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.planner.type.CalciteTypes;
import java.util.List;
import org.apache.calcite.rex.RexCall;

/** Short ways to make the calls that every family makes. */
final class Calls {

    private Calls() {}

    /** The type that Calcite found for a call. */
    static DataType type(RexCall call) {
        return CalciteTypes.toDataType(call.getType());
    }

    /** A condition that is NULL where an operand is. */
    static Call condition(Operation operation, Expression... operands) {
        boolean nullable =
                List.of(operands).stream().anyMatch(operand -> operand.type().nullable());
        return new Call(operation, List.of(operands), DataType.BOOLEAN.withNullable(nullable));
    }

    /** A condition that is never NULL. */
    static Call test(Operation operation, Expression operand) {
        return new Call(operation, List.of(operand), DataType.BOOLEAN.withNullable(false));
    }

    /** A translation to one operation, operands as they are. */
    static CallTranslation operation(Operation operation) {
        return (call, operands, context) -> new Call(operation, operands, type(call));
    }
}
