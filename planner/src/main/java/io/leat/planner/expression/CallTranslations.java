package io.leat.planner.expression;

import io.leat.planner.function.FunctionCatalog;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlOperator;

/** Which family translates the calls of an operator. Operators are known by name, as SQL knows them. */
final class CallTranslations {
    private static final Map<String, CallTranslation> BY_NAME = all();

    private CallTranslations() {}

    static Optional<CallTranslation> find(SqlOperator operator) {
        String name = operator.getName().toUpperCase(Locale.ROOT);
        Optional<CallTranslation> known = Optional.ofNullable(BY_NAME.get(name));
        return known.or(() -> FunctionCatalog.method(name)
                .map(binding -> (call, operands, context) ->
                        MethodCalls.translate(binding, operands, Calls.type(call), context)));
    }

    private static Map<String, CallTranslation> all() {
        Map<String, CallTranslation> translations = new HashMap<>();
        ArithmeticCalls.register(translations);
        ComparisonCalls.register(translations);
        LogicCalls.register(translations);
        CastCalls.register(translations);
        TextCalls.register(translations);
        RegexCalls.register(translations);
        TimeCalls.register(translations);
        ClockCalls.register(translations);
        CollectionCalls.register(translations);
        ConditionCalls.register(translations);
        JsonCalls.register(translations);
        return Map.copyOf(translations);
    }
}
