package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.planner.function.runtime.RegexFunctions;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** Regular expressions: SIMILAR TO, PostgreSQL's {@code ~}, and functions that have a kernel for constant patterns. */
final class RegexCalls {

    private RegexCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("REGEXP_EXTRACT", RegexCalls::extract);
        translations.put("REGEXP_SUBSTR", RegexCalls::extract);
        translations.put("SIMILAR TO", method("similar"));
        translations.put("POSIX REGEX CASE SENSITIVE", method("matches"));
        translations.put("POSIX REGEX CASE INSENSITIVE", method("matchesIgnoringCase"));
        translations.put("NEGATED POSIX REGEX CASE SENSITIVE", not("matches"));
        translations.put("NEGATED POSIX REGEX CASE INSENSITIVE", not("matchesIgnoringCase"));
    }

    /** With a constant pattern and group there is a kernel. */
    private static Expression extract(RexCall call, List<Expression> operands, TranslationContext context) {
        Expression group = operands.size() > 2 ? operands.get(2) : new Literal(0, DataType.INTEGER.withNullable(false));
        boolean constant = isConstant(operands.get(1)) && isConstant(group);
        List<Expression> arguments = List.of(operands.get(0), operands.get(1), group);
        return constant
                ? new Call(Operation.REGEXP_EXTRACT, arguments, Calls.type(call))
                : MethodCalls.invoke(RegexFunctions.class, "extract", true, arguments, Calls.type(call));
    }

    private static boolean isConstant(Expression operand) {
        return operand instanceof Literal literal && literal.value() != null;
    }

    private static CallTranslation method(String name) {
        return (call, operands, context) ->
                MethodCalls.invoke(RegexFunctions.class, name, true, operands, Calls.type(call));
    }

    private static CallTranslation not(String name) {
        return (call, operands, context) -> {
            Expression found = MethodCalls.invoke(RegexFunctions.class, name, true, operands, Calls.type(call));
            return new Call(Operation.NOT, List.of(found), Calls.type(call));
        };
    }
}
