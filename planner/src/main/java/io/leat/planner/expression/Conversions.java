package io.leat.planner.expression;

import io.leat.core.expression.Cast;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.util.List;

/** Conversions that SQL leaves out and a plan spells out. */
final class Conversions {

    private Conversions() {}

    /** The same value in another type, NULL where it is NULL; nothing is added if it has the type already. */
    static Expression cast(Expression operand, DataType target) {
        DataType type = target.withNullable(operand.type().nullable());
        if (operand.type().equals(type)) {
            return operand;
        }
        return operand instanceof Literal literal ? castLiteral(literal, type) : new Cast(operand, type, false);
    }

    /** Constants are converted here when that cannot fail, so that a plan shows them in the type that they have. */
    private static Expression castLiteral(Literal literal, DataType type) {
        if (literal.value() == null) {
            return new Literal(null, type.withNullable(true));
        }
        Object value = literal.value();
        TypeKind from = literal.type().kind();
        if (from.isText() && type.kind() == TypeKind.VARCHAR && ((String) value).length() <= type.precision()) {
            return new Literal(value, type);
        }
        if (from.isInteger() && type.kind() == TypeKind.BIGINT) {
            return new Literal(((Number) value).longValue(), type);
        }
        if ((from.isInteger() || from == TypeKind.DECIMAL) && type.kind() == TypeKind.DOUBLE) {
            return new Literal(((Number) value).doubleValue(), type);
        }
        boolean exact = from.isInteger() && type.kind() == TypeKind.DECIMAL;
        return exact ? integerAsDecimal(literal, type) : new Cast(literal, type, false);
    }

    private static Expression integerAsDecimal(Literal literal, DataType type) {
        BigDecimal value =
                BigDecimal.valueOf(((Number) literal.value()).longValue()).setScale(type.scale());
        return value.precision() <= type.precision() ? new Literal(value, type) : new Cast(literal, type, false);
    }

    /** Both operands in the one type in which they compare. */
    static List<Expression> unify(Expression left, Expression right) {
        DataType common = CommonType.of(left.type(), right.type());
        return List.of(cast(left, common), cast(right, common));
    }

    /** All operands in one type. */
    static List<Expression> castAll(List<Expression> operands, DataType type) {
        return operands.stream().map(operand -> cast(operand, type)).toList();
    }
}
