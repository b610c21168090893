package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Invoke;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.planner.function.runtime.TextFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** Operators and functions of text that have kernels, under all their names. */
final class TextCalls {

    private TextCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("||", TextCalls::concat);
        translations.put("CONCAT", TextCalls::concat);
        translations.put("CONCAT_WS", TextCalls::concatWithSeparator);
        translations.put("LIKE", Calls.operation(Operation.LIKE));
        translations.put("ILIKE", TextCalls::likeIgnoringCase);
        translations.put("UPPER", Calls.operation(Operation.UPPER));
        translations.put("LOWER", Calls.operation(Operation.LOWER));
        translations.put("CHAR_LENGTH", Calls.operation(Operation.CHARACTER_LENGTH));
        translations.put("CHARACTER_LENGTH", Calls.operation(Operation.CHARACTER_LENGTH));
        translations.put("LENGTH", Calls.operation(Operation.CHARACTER_LENGTH));
        translations.put("SUBSTRING", TextCalls::substring);
        translations.put("SUBSTR", TextCalls::substring);
        translations.put("SPLIT_INDEX", Calls.operation(Operation.SPLIT_INDEX));
        translations.put("REPLACE", Calls.operation(Operation.REPLACE));
        translations.put("TRIM", Calls.operation(Operation.TRIM));
        translations.put("BTRIM", trim("BOTH"));
        translations.put("LTRIM", trim("LEADING"));
        translations.put("RTRIM", trim("TRAILING"));
        translations.put("POSITION", position(0));
        translations.put("LOCATE", position(0));
        translations.put("INSTR", position(1));
        translations.put("STRPOS", position(1));
    }

    private static Expression concat(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        return operands.size() == 1
                ? Conversions.cast(operands.get(0), type)
                : new Call(Operation.CONCAT, operands, type);
    }

    /** Any number of texts go to the method as one row. */
    private static Expression concatWithSeparator(RexCall call, List<Expression> operands, TranslationContext context) {
        return new Invoke(
                TextFunctions.class.getName(),
                "concatWithSeparator",
                List.of("java.util.List"),
                false,
                List.of(row(operands)),
                Calls.type(call).withNullable(operands.get(0).type().nullable()));
    }

    /** A row of the values, never NULL itself. */
    static Expression row(List<Expression> values) {
        List<Field> fields = new ArrayList<>();
        values.forEach(value -> fields.add(new Field("f" + fields.size(), value.type())));
        return new Call(Operation.ROW, values, DataType.row(fields).withNullable(false));
    }

    private static Expression likeIgnoringCase(RexCall call, List<Expression> operands, TranslationContext context) {
        List<Expression> lower = operands.stream().map(TextCalls::lower).toList();
        return new Call(Operation.LIKE, lower, Calls.type(call));
    }

    private static Expression lower(Expression text) {
        return text instanceof Literal literal && literal.value() instanceof String value
                ? new Literal(value.toLowerCase(Locale.ROOT), literal.type())
                : new Call(Operation.LOWER, List.of(text), text.type());
    }

    private static Expression substring(RexCall call, List<Expression> operands, TranslationContext context) {
        List<Expression> converted = new ArrayList<>();
        converted.add(operands.get(0));
        operands.stream()
                .skip(1)
                .map(operand -> Conversions.cast(operand, DataType.INTEGER))
                .forEach(converted::add);
        return new Call(Operation.SUBSTRING, converted, Calls.type(call));
    }

    private static CallTranslation trim(String side) {
        return (call, operands, context) -> {
            Expression characters = operands.size() > 1 ? operands.get(1) : blank();
            List<Expression> converted = List.of(Literals.name(side), characters, operands.get(0));
            return new Call(Operation.TRIM, converted, Calls.type(call));
        };
    }

    private static Expression blank() {
        return new Literal(" ", DataType.STRING.withNullable(false));
    }

    /** Operands in the order search, text; with a start by a method, else natively. */
    private static CallTranslation position(int search) {
        return (call, operands, context) -> {
            Expression wanted = operands.get(search);
            Expression text = operands.get(1 - search);
            if (operands.size() == 2) {
                return new Call(Operation.POSITION, List.of(wanted, text), Calls.type(call));
            }
            List<Expression> arguments = List.of(wanted, text, operands.get(2));
            return MethodCalls.invoke(TextFunctions.class, "locate", true, arguments, Calls.type(call));
        };
    }
}
