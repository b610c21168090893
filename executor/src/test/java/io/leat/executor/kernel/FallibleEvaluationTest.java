package io.leat.executor.kernel;

import static io.leat.core.expression.Operation.DIVIDE;
import static io.leat.core.expression.Operation.GREATER;
import static io.leat.executor.kernel.Evaluate.call;
import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.integer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.LongColumn;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FallibleEvaluationTest {
    private static final DataType INT = DataType.INTEGER;
    private static final Expression QUOTIENT = call(DIVIDE, INT, integer(100), column(0, INT));

    private static Chunk divisors(int rows, List<Integer> zeros) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(zeros.contains(i) ? 0 : i % 7 + 1);
        }
        return chunk(columnOf(INT, values));
    }

    private static List<Integer> rowsOf(List<RowFailure> failures) {
        return failures.stream().map(RowFailure::row).toList();
    }

    @Test
    void rowsThatFailAreFoundAndTheOthersComputed() {
        List<Integer> zeros = List.of(0, 63, 64, 65, 700, 999);
        Chunk input = divisors(1_000, zeros);
        FallibleEvaluation.Values values = FallibleEvaluation.evaluate(
                KernelCompiler.compileAll(List.of(column(0, INT), QUOTIENT)), input, Selection.all(input));
        assertEquals(zeros, rowsOf(values.failures()));
        assertEquals("division by zero", values.failures().get(0).error().getMessage());
        Chunk output = values.chunk(input);
        assertEquals(994, output.size());
        for (int i = 0; i < output.size(); i++) {
            long divisor = ((LongColumn) output.column(0)).values()[i];
            assertEquals(100 / divisor, ((LongColumn) output.column(1)).values()[i]);
        }
    }

    @Test
    void onlySelectedRowsFail() {
        Chunk input = divisors(10, List.of(2, 3, 8));
        Selection selection = new Selection(new int[] {1, 3, 5, 8, 99}, 4);
        FallibleEvaluation.Values values =
                FallibleEvaluation.evaluate(List.of(KernelCompiler.compile(QUOTIENT)), input, selection);
        assertEquals(List.of(3, 8), rowsOf(values.failures()));
        assertEquals(List.of(1, 5), LogicAndCaseTest.numbers(values.selection()));
    }

    @Test
    void nothingIsCopiedWhenNothingFails() {
        Chunk input = divisors(10, List.of());
        FallibleEvaluation.Values values = FallibleEvaluation.evaluate(
                List.of(KernelCompiler.compile(column(0, INT))), input, Selection.all(input));
        assertSame(input.column(0), values.chunk(input).column(0));
        assertEquals(List.of(), values.failures());
    }

    @Test
    void everyRowMayFail() {
        Chunk input = divisors(3, List.of(0, 1, 2));
        FallibleEvaluation.Values values =
                FallibleEvaluation.evaluate(List.of(KernelCompiler.compile(QUOTIENT)), input, Selection.all(input));
        assertEquals(List.of(0, 1, 2), rowsOf(values.failures()));
        assertEquals(0, values.chunk(input).size());
    }

    @Test
    void conditionsFailByTheRowAsWell() {
        Chunk input = divisors(10, List.of(4));
        Predicate predicate = KernelCompiler.predicate(call(GREATER, DataType.BOOLEAN, QUOTIENT, integer(30)));
        FallibleEvaluation.Passed passed = FallibleEvaluation.filter(predicate, input, Selection.all(input));
        assertEquals(List.of(4), rowsOf(passed.failures()));
        assertEquals(List.of(0, 1, 2, 7, 8, 9), LogicAndCaseTest.numbers(passed.selection()));
    }

    @Test
    void defectsAreNotBlamedOnRows() {
        Kernel broken = (input, selection) -> {
            throw LeatException.internal("broken", null);
        };
        Chunk input = divisors(3, List.of());
        LeatException error = assertThrows(
                LeatException.class, () -> FallibleEvaluation.evaluate(List.of(broken), input, Selection.all(input)));
        assertEquals(ErrorCode.INTERNAL, error.code());
    }
}
