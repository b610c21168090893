package io.leat.executor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Call;
import io.leat.core.expression.Cast;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Evaluates expressions in tests: on columns of Java values, or on single values both as columns and as constants. */
final class Evaluate {

    private Evaluate() {}

    static Literal value(DataType type, Object value) {
        return new Literal(value, type);
    }

    static Literal integer(Integer value) {
        return value(DataType.INTEGER, value);
    }

    static Literal bigint(Long value) {
        return value(DataType.BIGINT, value);
    }

    static Literal text(String value) {
        return value(DataType.STRING, value);
    }

    static Literal bool(Boolean value) {
        return value(DataType.BOOLEAN, value);
    }

    static Call call(Operation operation, DataType type, Expression... operands) {
        return new Call(operation, List.of(operands), type);
    }

    static ColumnReference column(int index, DataType type) {
        return new ColumnReference(index, type);
    }

    static Column columnOf(DataType type, List<?> values) {
        ColumnBuilder builder = ColumnBuilder.of(type, values.size());
        values.forEach(value -> JavaValues.append(builder, type, value));
        return builder.build();
    }

    static Chunk chunk(Column... columns) {
        return new Chunk(columns[0].size(), List.of(columns), null);
    }

    /** The values of the selected rows. */
    static List<Object> rows(Expression expression, Chunk input, Selection selection) {
        Column result = KernelCompiler.compile(expression).evaluate(input, selection);
        assertEquals(input.size(), result.size());
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < selection.count(); i++) {
            values.add(JavaValues.get(expression.type(), result, selection.row(i)));
        }
        return values;
    }

    static List<Object> rows(Expression expression, Chunk input) {
        return rows(expression, input, Selection.all(input));
    }

    /** The operation's value on single operands, which come as columns and as constants with the same outcome. */
    static Object of(Operation operation, DataType type, Literal... operands) {
        Chunk input = inputs(operands);
        List<Expression> columns = new ArrayList<>();
        for (int i = 0; i < operands.length; i++) {
            columns.add(column(i, operands[i].type()));
        }
        Object fromColumns = rows(new Call(operation, columns, type), input).get(1);
        Object fromConstants =
                rows(new Call(operation, List.of(operands), type), input).get(1);
        assertEquals(fromColumns, fromConstants);
        return fromColumns;
    }

    /** Three rows: NULLs, the operands, NULLs. So neighbours that are NULL are always there, and must not matter. */
    private static Chunk inputs(Literal... operands) {
        return chunk(Arrays.stream(operands)
                .map(operand -> columnOf(operand.type(), Arrays.asList(null, operand.value(), null)))
                .toArray(Column[]::new));
    }

    static Object cast(Literal operand, DataType to) {
        return cast(operand, to, false);
    }

    static Object tryCast(Literal operand, DataType to) {
        return cast(operand, to, true);
    }

    private static Object cast(Literal operand, DataType to, boolean safe) {
        return rows(new Cast(column(0, operand.type()), to, safe), inputs(operand))
                .get(1);
    }

    static void assertCastFails(Literal operand, DataType to, ErrorCode code, String message) {
        LeatException error = assertThrows(LeatException.class, () -> cast(operand, to));
        assertEquals(message, error.getMessage());
        assertEquals(code, error.code());
        assertEquals(null, tryCast(operand, to));
    }

    static void assertFails(ErrorCode code, String message, Operation operation, DataType type, Literal... operands) {
        LeatException error = assertThrows(LeatException.class, () -> of(operation, type, operands));
        assertEquals(message, error.getMessage());
        assertEquals(code, error.code());
    }
}
