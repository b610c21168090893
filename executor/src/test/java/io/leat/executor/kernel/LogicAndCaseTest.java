package io.leat.executor.kernel;

import static io.leat.core.expression.Operation.AND;
import static io.leat.core.expression.Operation.CASE;
import static io.leat.core.expression.Operation.COALESCE;
import static io.leat.core.expression.Operation.DIVIDE;
import static io.leat.core.expression.Operation.GREATER;
import static io.leat.core.expression.Operation.IN;
import static io.leat.core.expression.Operation.IS_NULL;
import static io.leat.core.expression.Operation.NOT_EQUALS;
import static io.leat.core.expression.Operation.OR;
import static io.leat.executor.kernel.Evaluate.bool;
import static io.leat.executor.kernel.Evaluate.call;
import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.rows;
import static io.leat.executor.kernel.Evaluate.text;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.leat.core.batch.Chunk;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogicAndCaseTest {
    private static final DataType BOOL = DataType.BOOLEAN;
    private static final DataType INT = DataType.INTEGER;
    private static final List<Boolean> VALUES = Arrays.asList(true, false, null);

    private static final Chunk NUMBERS =
            chunk(columnOf(INT, Arrays.asList(10, 20, 30, null, 50)), columnOf(INT, Arrays.asList(2, 0, null, 0, 5)));
    private static final Expression A = column(0, INT);
    private static final Expression B = column(1, INT);
    private static final Expression QUOTIENT = call(DIVIDE, INT, A, B);
    private static final Expression B_NOT_ZERO = call(NOT_EQUALS, BOOL, B, integer(0));

    @Test
    void andAndOrHaveThreeValues() {
        for (Boolean a : VALUES) {
            for (Boolean b : VALUES) {
                Boolean and = Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b) ? Boolean.FALSE : a == null ? null : b;
                Boolean or = Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b) ? Boolean.TRUE : a == null ? null : b;
                assertEquals(and, Evaluate.of(AND, BOOL, bool(a), bool(b)), a + " AND " + b);
                assertEquals(or, Evaluate.of(OR, BOOL, bool(a), bool(b)), a + " OR " + b);
            }
        }
    }

    @Test
    void testsOfTruthAreNeverNull() {
        List<List<Boolean>> expected = List.of(
                List.of(true, false, false), List.of(false, true, true),
                List.of(false, true, false), List.of(true, false, true),
                List.of(false, false, true), List.of(true, true, false));
        List<Operation> operations = List.of(
                Operation.IS_TRUE,
                Operation.IS_NOT_TRUE,
                Operation.IS_FALSE,
                Operation.IS_NOT_FALSE,
                IS_NULL,
                Operation.IS_NOT_NULL);
        for (int i = 0; i < operations.size(); i++) {
            for (int v = 0; v < VALUES.size(); v++) {
                assertEquals(expected.get(i).get(v), Evaluate.of(operations.get(i), BOOL, bool(VALUES.get(v))));
            }
        }
        assertNull(Evaluate.of(Operation.NOT, BOOL, bool(null)));
        assertEquals(false, Evaluate.of(Operation.NOT, BOOL, bool(true)));
    }

    @Test
    void laterOperandsAreNotComputedForDecidedRows() {
        Expression guarded = call(AND, BOOL, B_NOT_ZERO, call(GREATER, BOOL, QUOTIENT, integer(4)));
        assertEquals(Arrays.asList(true, false, null, false, true), rows(guarded, NUMBERS));
        Expression orElse =
                call(OR, BOOL, call(Operation.EQUALS, BOOL, B, integer(0)), call(GREATER, BOOL, QUOTIENT, integer(5)));
        assertEquals(Arrays.asList(false, true, null, true, true), rows(orElse, NUMBERS));
        Selection passed = KernelCompiler.predicate(guarded).select(NUMBERS, Selection.all(NUMBERS));
        assertEquals(List.of(0, 4), numbers(passed));
    }

    @Test
    void caseComputesOnlyWhatItTakes() {
        Expression safe = call(CASE, INT, B_NOT_ZERO, QUOTIENT, integer(-1));
        assertEquals(Arrays.asList(5, -1, -1, -1, 10), rows(safe, NUMBERS));
        Expression texts =
                call(CASE, DataType.STRING, B_NOT_ZERO, text("ä"), call(IS_NULL, BOOL, A), text(""), text("zz"));
        assertEquals(Arrays.asList("ä", "zz", "zz", "", "ä"), rows(texts, NUMBERS));
        Selection some = new Selection(new int[] {1, 4}, 2);
        assertEquals(Arrays.asList("zz", "ä"), rows(texts, NUMBERS, some));
        assertEquals(Arrays.asList(-1, 10), rows(safe, NUMBERS, some));
    }

    @Test
    void caseWithOneBranchForAllRowsAndWithoutDefault() {
        assertEquals(Arrays.asList(1, 1, 1, 1, 1), rows(call(CASE, INT, bool(true), integer(1), QUOTIENT), NUMBERS));
        assertEquals(Arrays.asList(5, null, null, null, 10), rows(call(CASE, INT, B_NOT_ZERO, QUOTIENT), NUMBERS));
        assertEquals(
                Arrays.asList(1.5, null, null, null, 1.5),
                rows(call(CASE, DataType.DOUBLE, B_NOT_ZERO, value(DataType.DOUBLE, 1.5)), NUMBERS));
    }

    @Test
    void coalesceComputesLaterOperandsOnlyForNulls() {
        assertEquals(Arrays.asList(10, 20, 30, 0, 50), rows(call(COALESCE, INT, A, B), NUMBERS));
        Expression later = call(COALESCE, INT, B, call(DIVIDE, INT, integer(60), A));
        assertEquals(Arrays.asList(2, 0, 2, 0, 5), rows(later, NUMBERS));
        Expression none = call(COALESCE, INT, value(INT, null), value(INT, null));
        assertEquals(Arrays.asList(null, null, null, null, null), rows(none, NUMBERS));
    }

    @Test
    void inFindsConstants() {
        Expression plain = call(IN, BOOL, A, integer(30), integer(10), integer(7));
        assertEquals(Arrays.asList(true, false, true, null, false), rows(plain, NUMBERS));
        Expression orNull = call(IN, BOOL, A, integer(30), integer(null));
        assertEquals(Arrays.asList(null, null, true, null, null), rows(orNull, NUMBERS));
        Chunk texts = chunk(columnOf(DataType.STRING, Arrays.asList("b", "", null, "ä", "B")));
        Expression in = call(IN, BOOL, column(0, DataType.STRING), text("ä"), text("b"), text(""));
        assertEquals(Arrays.asList(true, true, null, true, false), rows(in, texts));
        Chunk doubles = chunk(columnOf(DataType.DOUBLE, Arrays.asList(1.5, -0.0, Double.NaN)));
        Expression among = call(
                IN, BOOL, column(0, DataType.DOUBLE), value(DataType.DOUBLE, 0.0), value(DataType.DOUBLE, Double.NaN));
        assertEquals(Arrays.asList(false, true, true), rows(among, doubles));
    }

    @Test
    void inTellsTextsOfOneLengthAndLongTextsApart() {
        String hundred = "x".repeat(100);
        Chunk texts = chunk(columnOf(DataType.STRING, Arrays.asList("abc", "abd", "ab", "x".repeat(99), hundred)));
        Expression in = call(IN, BOOL, column(0, DataType.STRING), text("abc"), text(hundred));
        assertEquals(Arrays.asList(true, false, false, false, true), rows(in, texts));
    }

    static List<Integer> numbers(Selection selection) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < selection.count(); i++) {
            numbers.add(selection.row(i));
        }
        return numbers;
    }
}
