package io.leat.planner.logical;

import io.leat.core.expression.Literal;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Makes a constant fit a type of the same family: a wider number, a longer text. */
final class ConstantCast {

    private ConstantCast() {}

    static Literal cast(Literal literal, DataType type) {
        Object value = literal.value();
        if (value instanceof Number number && type.kind().isNumeric()) {
            return new Literal(number(number, type), type);
        }
        if (value instanceof String text && type.kind() == TypeKind.CHAR) {
            return new Literal(text + " ".repeat(Math.max(0, type.precision() - text.length())), type);
        }
        return new Literal(value, type);
    }

    private static Object number(Number number, DataType type) {
        return switch (type.kind()) {
            case TINYINT -> number.byteValue();
            case SMALLINT -> number.shortValue();
            case INTEGER -> number.intValue();
            case BIGINT -> number.longValue();
            case REAL -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            default -> new BigDecimal(number.toString()).setScale(type.scale(), RoundingMode.HALF_UP);
        };
    }
}
