package io.leat.planner.expression;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import io.leat.planner.function.runtime.BitFunctions;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexCall;

/** Arithmetic with numbers; times and intervals are passed on to {@link TimeArithmetic}. */
final class ArithmeticCalls {

    private static final DataType MINUS_ONE = DataType.BIGINT.withNullable(false);

    private ArithmeticCalls() {}

    static void register(Map<String, CallTranslation> translations) {
        translations.put("+", ArithmeticCalls::plus);
        translations.put("-", ArithmeticCalls::minus);
        translations.put("*", binary(Operation.TIMES));
        translations.put("/", binary(Operation.DIVIDE));
        translations.put("/INT", binary(Operation.DIVIDE));
        translations.put("MOD", binary(Operation.MODULO));
        translations.put("%", binary(Operation.MODULO));
        translations.put("ABS", ArithmeticCalls::unary);
        translations.put("&", bits("and"));
        translations.put("^", bits("xor"));
    }

    private static Expression plus(RexCall call, List<Expression> operands, TranslationContext context) {
        return operands.size() == 1 ? operands.get(0) : binary(Operation.PLUS).translate(call, operands, context);
    }

    private static Expression minus(RexCall call, List<Expression> operands, TranslationContext context) {
        return operands.size() == 1
                ? negate(operands.get(0), Calls.type(call))
                : binary(Operation.MINUS).translate(call, operands, context);
    }

    private static Expression negate(Expression operand, DataType type) {
        return type.kind().isNumeric()
                ? numeric(Operation.NEGATE, List.of(operand), type)
                : new Call(Operation.TIMES, List.of(operand, new Literal(-1L, MINUS_ONE)), type);
    }

    private static Expression unary(RexCall call, List<Expression> operands, TranslationContext context) {
        return numeric(Operation.ABS, operands, Calls.type(call));
    }

    private static CallTranslation bits(String method) {
        return (call, operands, context) ->
                MethodCalls.invoke(BitFunctions.class, method, true, operands, Calls.type(call));
    }

    private static CallTranslation binary(Operation operation) {
        return (call, operands, context) -> {
            boolean numbers =
                    operands.stream().allMatch(operand -> operand.type().kind().isNumeric());
            return numbers
                    ? numeric(operation, operands, Calls.type(call))
                    : TimeArithmetic.translate(operation, operands, Calls.type(call), context);
        };
    }

    /** Operands in the kind of the result; DECIMAL operands of a DECIMAL result keep their digits. */
    static Expression numeric(Operation operation, List<Expression> operands, DataType type) {
        boolean decimals = operands.stream().anyMatch(o -> o.type().kind() == TypeKind.DECIMAL);
        boolean remainder = operation == Operation.MODULO && type.kind().isInteger();
        if ((decimals && type.kind() != TypeKind.DECIMAL) || remainder) {
            return throughCommonType(operation, operands, type);
        }
        List<Expression> converted =
                operands.stream().map(operand -> convert(operand, type)).toList();
        return new Call(operation, converted, type);
    }

    /**
     * DECIMAL operands of a result that is an integer must not be cut before the operation, nor the dividend of a
     * remainder, whose type is that of the divisor: {@code MOD(bigint, 123)} is an INT.
     */
    private static Expression throughCommonType(Operation operation, List<Expression> operands, DataType type) {
        if (type.kind().isApproximate() || operands.size() != 2) {
            return new Call(operation, Conversions.castAll(operands, type), type);
        }
        List<Expression> same = Conversions.unify(operands.get(0), operands.get(1));
        DataType wide = same.get(0).type().withNullable(type.nullable());
        return Conversions.cast(new Call(operation, same, wide), type);
    }

    private static Expression convert(Expression operand, DataType type) {
        if (type.kind() != TypeKind.DECIMAL) {
            return Conversions.cast(operand, type);
        }
        return operand.type().kind() == TypeKind.DECIMAL ? operand : Conversions.cast(operand, exact(operand.type()));
    }

    /** A DECIMAL for an integer, without loss. */
    private static DataType exact(DataType type) {
        return switch (type.kind()) {
            case TINYINT -> DataType.decimal(3, 0);
            case SMALLINT -> DataType.decimal(5, 0);
            case INTEGER -> DataType.decimal(10, 0);
            default -> DataType.decimal(19, 0);
        };
    }
}
