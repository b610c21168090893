package io.leat.core.expression;

import io.leat.core.type.DataType;
import java.util.HexFormat;
import java.util.List;

/**
 * A constant.
 *
 * @param value the value as {@link io.leat.core.batch.JavaValues} describes it, or null
 */
public record Literal(Object value, DataType type) implements Expression {

    /** The boolean constants. */
    public static final Literal TRUE = new Literal(true, DataType.BOOLEAN.withNullable(false));

    @Override
    public List<Expression> operands() {
        return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.literal(this);
    }

    /** The value and its type; text is quoted so that no two constants look alike. */
    @Override
    public String toString() {
        String text = text(value);
        boolean quoted = value != null && (type.kind().isText() || type.kind().isBinary());
        return (quoted ? "'" + text.replace("'", "''") + "'" : text) + ":" + type;
    }

    private static String text(Object value) {
        if (value instanceof List<?> members) {
            return members.stream().map(Literal::text).toList().toString();
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
