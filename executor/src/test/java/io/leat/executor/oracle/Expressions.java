package io.leat.executor.oracle;

import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import io.leat.core.type.Schema;
import java.util.List;

/** Short ways to write the expressions of tests. */
public final class Expressions {

    private Expressions() {}

    /** A column of a schema. */
    public static Expression column(Schema schema, int index) {
        return new ColumnReference(index, schema.type(index));
    }

    /** A BIGINT constant. */
    public static Expression bigint(long value) {
        return new Literal(value, DataType.BIGINT.withNullable(false));
    }

    /** A BOOLEAN operation. */
    public static Expression test(Operation operation, Expression... operands) {
        return new Call(operation, List.of(operands), DataType.BOOLEAN);
    }

    /** The first value where a condition is true, else the other. */
    public static Expression either(Expression condition, Expression value, Expression other, DataType type) {
        return new Call(Operation.CASE, List.of(condition, value, other), type);
    }

    /** A BIGINT operation. */
    public static Expression compute(Operation operation, Expression... operands) {
        return new Call(operation, List.of(operands), DataType.BIGINT);
    }

    /** The constant NULL of a type. */
    public static Expression nothing(DataType type) {
        return new Literal(null, type.withNullable(true));
    }
}
