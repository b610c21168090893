package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** Three-valued logic and the choice between values. */
final class LogicCalls {

    private LogicCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("AND", Calls.operation(Operation.AND));
        translations.put("OR", Calls.operation(Operation.OR));
        translations.put("NOT", Calls.operation(Operation.NOT));
        translations.put("IS NULL", Calls.operation(Operation.IS_NULL));
        translations.put("IS NOT NULL", Calls.operation(Operation.IS_NOT_NULL));
        translations.put("IS UNKNOWN", Calls.operation(Operation.IS_NULL));
        translations.put("IS NOT UNKNOWN", Calls.operation(Operation.IS_NOT_NULL));
        translations.put("IS TRUE", Calls.operation(Operation.IS_TRUE));
        translations.put("IS NOT TRUE", Calls.operation(Operation.IS_NOT_TRUE));
        translations.put("IS FALSE", Calls.operation(Operation.IS_FALSE));
        translations.put("IS NOT FALSE", Calls.operation(Operation.IS_NOT_FALSE));
        translations.put("CASE", LogicCalls::choice);
        translations.put("COALESCE", LogicCalls::coalesce);
    }

    private static Expression choice(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            boolean condition = i % 2 == 0 && i + 1 < operands.size();
            converted.add(condition ? operands.get(i) : value(operands.get(i), type, context));
        }
        return new Call(Operation.CASE, converted, type);
    }

    private static Expression coalesce(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        List<Expression> values =
                operands.stream().map(operand -> value(operand, type, context)).toList();
        return new Call(Operation.COALESCE, values, type);
    }

    private static Expression value(Expression value, DataType type, TranslationContext context) {
        return type.kind() == TypeKind.NULL ? value : CastCalls.cast(value, type, false, context);
    }
}
