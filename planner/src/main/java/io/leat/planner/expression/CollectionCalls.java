package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import io.leat.planner.function.runtime.CollectionFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** Making arrays, maps and rows, and looking into them; and functions of any number of values. */
final class CollectionCalls {

    private CollectionCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("ARRAY", CollectionCalls::array);
        translations.put("MAP", CollectionCalls::map);
        translations.put("ROW", CollectionCalls::row);
        translations.put("ITEM", CollectionCalls::item);
        translations.put("CARDINALITY", Calls.operation(Operation.CARDINALITY));
        translations.put("ELEMENT", CollectionCalls::element);
        translations.put("ARRAY_CONTAINS", CollectionCalls::contains);
        translations.put("GREATEST", best("greatest", Operation.GREATER));
        translations.put("LEAST", best("least", Operation.LESS));
    }

    private static Expression array(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        return new Call(Operation.ARRAY, Conversions.castAll(operands, type.element()), type);
    }

    private static Expression map(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Field field = type.children().get(i % 2);
            converted.add(Conversions.cast(operands.get(i), field.type()));
        }
        return MethodCalls.invoke(CollectionFunctions.class, "map", true, List.of(TextCalls.row(converted)), type);
    }

    private static Expression row(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call);
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            converted.add(
                    Conversions.cast(operands.get(i), type.children().get(i).type()));
        }
        return new Call(Operation.ROW, converted, type);
    }

    private static Expression item(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType collection = operands.get(0).type();
        if (collection.kind() == TypeKind.ROW) {
            return field(operands.get(0), operands.get(1), Calls.type(call));
        }
        Expression key = switch (collection.kind()) {
            case MAP ->
                Conversions.cast(operands.get(1), collection.children().get(0).type());
            case ARRAY -> Conversions.cast(operands.get(1), DataType.INTEGER);
            default -> operands.get(1);
        };
        return new Call(
                Operation.ITEM, List.of(operands.get(0), key), Calls.type(call).withNullable(true));
    }

    /** A field by name, or by position from 1. */
    private static Expression field(Expression row, Expression key, DataType type) {
        Object name = key instanceof Literal literal ? literal.value() : null;
        int index = name instanceof Integer position
                ? position - 1
                : new Schema(row.type().children()).indexOf(String.valueOf(name));
        Literal place = new Literal(index, DataType.INTEGER.withNullable(false));
        return new Call(Operation.FIELD, List.of(row, place), type.withNullable(true));
    }

    private static Expression element(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType type = Calls.type(call).withNullable(true);
        return MethodCalls.invoke(CollectionFunctions.class, "element", true, operands, type);
    }

    private static Expression contains(RexCall call, List<Expression> operands, TranslationContext context) {
        DataType element = operands.get(0).type().element();
        Expression value = TextCalls.row(List.of(Conversions.cast(operands.get(1), element)));
        List<Expression> arguments = List.of(operands.get(0), value);
        return MethodCalls.invoke(CollectionFunctions.class, "contains", true, arguments, Calls.type(call));
    }

    /** Two values natively; more by a method. */
    private static CallTranslation best(String method, Operation comparison) {
        return (call, operands, context) -> {
            DataType type = Calls.type(call);
            List<Expression> values = Conversions.castAll(operands, type);
            boolean simple = values.size() == 2 && type.kind() != TypeKind.NULL;
            return simple
                    ? better(comparison, values.get(0), values.get(1), type)
                    : MethodCalls.invoke(CollectionFunctions.class, method, true, List.of(TextCalls.row(values)), type);
        };
    }

    /** The first if it is better, the second if it is not, NULL if that cannot be told. */
    private static Expression better(Operation comparison, Expression first, Expression second, DataType type) {
        Expression wins = Calls.condition(comparison, first, second);
        Expression loses = Calls.test(Operation.IS_FALSE, wins);
        Expression unknown = new Literal(null, type.withNullable(true));
        return new Call(Operation.CASE, List.of(wins, first, loses, second, unknown), type);
    }
}
