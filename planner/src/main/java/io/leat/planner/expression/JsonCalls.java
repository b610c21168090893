package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.planner.function.runtime.JsonTextFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** JSON in text, by methods. */
final class JsonCalls {
    private static final Class<?> OWNER = JsonTextFunctions.class;
    private static final Literal NO_DEFAULT = new Literal(null, DataType.STRING);

    private JsonCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("JSON_VALUE", JsonCalls::value);
        translations.put("JSON_QUERY", JsonCalls::query);
        translations.put("JSON_EXISTS", JsonCalls::exists);
        translations.put("JSON_OBJECT", constructor("object"));
        translations.put("JSON_ARRAY", constructor("array"));
        translations.put("JSON_TYPE", method("type"));
        translations.put("JSON_DEPTH", method("depth"));
        translations.put("JSON_LENGTH", method("length"));
        translations.put("JSON_KEYS", method("keys"));
        translations.put("JSON_PRETTY", method("pretty"));
        for (String kind : List.of("Value", "Object", "Array", "Scalar")) {
            translations.put("IS JSON " + kind.toUpperCase(Locale.ROOT), method("is" + kind));
            translations.put("IS NOT JSON " + kind.toUpperCase(Locale.ROOT), not("is" + kind));
        }
    }

    private static CallTranslation method(String name) {
        return (call, operands, context) -> MethodCalls.invoke(OWNER, name, true, operands, Calls.type(call));
    }

    private static CallTranslation not(String name) {
        return (call, operands, context) -> {
            Expression is = MethodCalls.invoke(OWNER, name, true, operands, Calls.type(call));
            return new Call(Operation.NOT, List.of(is), Calls.type(call));
        };
    }

    /** What JSON_VALUE does in one case, and the value that it then gives. */
    private record Behavior(Literal action, Expression value) {
        private static final Behavior NULL = new Behavior(Literals.name("NULL"), NO_DEFAULT);
    }

    /** Document, path, then for either case: NULL, ERROR, or DEFAULT and a value; and which case it is. */
    private static Expression value(RexCall call, List<Expression> operands, TranslationContext context) {
        Behavior onEmpty = Behavior.NULL;
        Behavior onError = Behavior.NULL;
        int next = 2;
        while (next < operands.size()) {
            Literal action = (Literal) operands.get(next++);
            boolean hasValue = "DEFAULT".equals(action.value());
            Expression value = hasValue ? Conversions.cast(operands.get(next++), DataType.STRING) : NO_DEFAULT;
            boolean empty = "EMPTY".equals(((Literal) operands.get(next++)).value());
            onEmpty = empty ? new Behavior(action, value) : onEmpty;
            onError = empty ? onError : new Behavior(action, value);
        }
        List<Expression> arguments =
                List.of(operands.get(0), operands.get(1), onEmpty.action, onEmpty.value, onError.action, onError.value);
        Expression text = MethodCalls.invoke(OWNER, "value", false, arguments, DataType.STRING);
        return returning(text, Calls.type(call), "ERROR".equals(onError.action.value()));
    }

    /** RETURNING: what cannot be converted is NULL, or an error where errors are asked for. */
    private static Expression returning(Expression text, DataType type, boolean failing) {
        return type.kind().isText() ? text : new Cast(text, type.withNullable(true), !failing);
    }

    private static Expression query(RexCall call, List<Expression> operands, TranslationContext context) {
        return MethodCalls.invoke(OWNER, "query", true, operands.subList(0, 5), DataType.STRING);
    }

    private static Expression exists(RexCall call, List<Expression> operands, TranslationContext context) {
        List<Expression> arguments = new ArrayList<>(operands);
        if (arguments.size() == 2) {
            arguments.add(Literals.name("FALSE"));
        }
        return MethodCalls.invoke(
                OWNER, "exists", true, arguments, Calls.type(call).withNullable(true));
    }

    /** All operands go to the method as one row; what JSON has no form for goes as text. */
    private static CallTranslation constructor(String method) {
        return (call, operands, context) -> {
            List<Expression> values =
                    operands.stream().map(operand -> jsonable(operand, context)).toList();
            return MethodCalls.invoke(OWNER, method, true, List.of(TextCalls.row(values)), Calls.type(call));
        };
    }

    private static Expression jsonable(Expression value, TranslationContext context) {
        boolean plain = value.type().kind().isNumeric()
                || value.type().kind().isText()
                || value.type().kind() == TypeKind.BOOLEAN
                || value.type().layout() == TypeKind.Layout.OBJECT;
        return plain ? value : CastCalls.cast(value, DataType.STRING, false, context);
    }
}
