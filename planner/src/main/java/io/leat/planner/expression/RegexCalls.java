package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.planner.function.runtime.RegexFunctions;
import java.util.List;
import java.util.Map;

/** Operators of regular expressions: SIMILAR TO and PostgreSQL's {@code ~}. */
final class RegexCalls {

    private RegexCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("SIMILAR TO", method("similar"));
        translations.put("POSIX REGEX CASE SENSITIVE", method("matches"));
        translations.put("POSIX REGEX CASE INSENSITIVE", method("matchesIgnoringCase"));
        translations.put("NEGATED POSIX REGEX CASE SENSITIVE", not("matches"));
        translations.put("NEGATED POSIX REGEX CASE INSENSITIVE", not("matchesIgnoringCase"));
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
