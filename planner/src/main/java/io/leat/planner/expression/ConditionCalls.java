package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** Functions that choose between values: CASE and COALESCE by other names. */
final class ConditionCalls {

    private ConditionCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("IF", ConditionCalls::choice);
        translations.put("IFNULL", ConditionCalls::coalesce);
        translations.put("NVL", ConditionCalls::coalesce);
    }

    private static Expression choice(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        Expression then = CastCalls.cast(operands.get(1), type, false, context);
        Expression otherwise = CastCalls.cast(operands.get(2), type, false, context);
        return new Call(Operation.CASE, List.of(operands.get(0), then, otherwise), type);
    }

    private static Expression coalesce(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        List<Expression> values = operands.stream()
                .map(operand -> CastCalls.cast(operand, type, false, context))
                .toList();
        return new Call(Operation.COALESCE, values, type);
    }
}
