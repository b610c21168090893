package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.TypeKind;
import java.util.List;
import java.util.Map;

/** Comparisons, with both sides brought to one type. */
final class ComparisonCalls {

    private ComparisonCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("=", comparison(Operation.EQUALS));
        translations.put("<>", comparison(Operation.NOT_EQUALS));
        translations.put("<", comparison(Operation.LESS));
        translations.put("<=", comparison(Operation.LESS_OR_EQUAL));
        translations.put(">", comparison(Operation.GREATER));
        translations.put(">=", comparison(Operation.GREATER_OR_EQUAL));
        translations.put("IS DISTINCT FROM", comparison(Operation.IS_DISTINCT_FROM));
        translations.put("IS NOT DISTINCT FROM", comparison(Operation.IS_NOT_DISTINCT_FROM));
    }

    private static CallTranslation comparison(Operation operation) {
        return (call, operands, context) ->
                new Call(operation, comparable(operands.get(0), operands.get(1), context), Calls.type(call));
    }

    /** Two values in one type. An instant is compared with a local time as the local time that it is in the session's zone. */
    static List<Expression> comparable(Expression left, Expression right, TranslationContext context) {
        boolean instants = left.type().kind() == right.type().kind();
        Expression a = instants ? left : local(left, right, context);
        Expression b = instants ? right : local(right, left, context);
        return Conversions.unify(a, b);
    }

    private static Expression local(Expression value, Expression other, TranslationContext context) {
        TypeKind kind = other.type().kind();
        return kind == TypeKind.TIMESTAMP || kind == TypeKind.DATE ? ZoneCasts.toLocal(value, context) : value;
    }
}
