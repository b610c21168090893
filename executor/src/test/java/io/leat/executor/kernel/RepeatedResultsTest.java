package io.leat.executor.kernel;

import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.text;
import static io.leat.executor.kernel.Evaluate.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.JavaValues;
import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.type.DataType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Kernels whose texts are the same for many rows give columns that repeat a few texts, with the same values as others. */
class RepeatedResultsTest {
    private static final int ROWS = 100;
    private static final LocalDateTime START = LocalDateTime.parse("2023-01-31T23:59:00");

    private static BytesColumn evaluate(Expression expression, Chunk input, Selection selection) {
        return (BytesColumn) KernelCompiler.compile(expression).evaluate(input, selection);
    }

    private static List<Object> values(Column column) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            values.add(JavaValues.get(DataType.STRING, column, i));
        }
        return values;
    }

    private static Expression format(String pattern) {
        return Evaluate.call(Operation.FORMAT_TIME, DataType.STRING, column(0, DataType.TIMESTAMP), text(pattern));
    }

    private static List<LocalDateTime> times(int rows, int secondsApart) {
        return IntStream.range(0, rows)
                .mapToObj(i -> i % 7 == 3 ? null : START.plusSeconds((long) i * secondsApart))
                .toList();
    }

    private static List<LocalDateTime> nullable(List<LocalDateTime> times) {
        return new ArrayList<>(times);
    }

    @Test
    void timesOfOneDayAreWrittenOnce() {
        List<LocalDateTime> times = nullable(times(ROWS, 1));
        BytesColumn days =
                evaluate(format("yyyy-MM-dd"), chunk(columnOf(DataType.TIMESTAMP, times)), Selection.all(ROWS));
        assertTrue(days.repeats());
        assertEquals(3, days.origin().size(), "an empty one, and two days");
        assertEquals(
                times.stream()
                        .map(time -> time == null ? null : time.toLocalDate().toString())
                        .toList(),
                values(days));
    }

    @Test
    void timesThatDifferHaveBytesOfTheirOwn() {
        List<LocalDateTime> times = nullable(times(ROWS, 40));
        BytesColumn minutes =
                evaluate(format("HH:mm"), chunk(columnOf(DataType.TIMESTAMP, times)), Selection.all(ROWS));
        assertFalse(minutes.repeats());
        assertNull(minutes.originRows());
        assertEquals(
                times.stream()
                        .map(time -> time == null
                                ? null
                                : time.toLocalTime().toString().substring(0, 5))
                        .toList(),
                values(minutes));
    }

    @Test
    void oneRowAndNullsOnly() {
        List<LocalDateTime> one = List.of(START);
        BytesColumn day = evaluate(format("dd"), chunk(columnOf(DataType.TIMESTAMP, one)), Selection.all(1));
        assertEquals(List.of("31"), values(day));
        List<LocalDateTime> nothing = new ArrayList<>(Collections.nCopies(ROWS, null));
        BytesColumn nulls = evaluate(format("dd"), chunk(columnOf(DataType.TIMESTAMP, nothing)), Selection.all(ROWS));
        assertEquals(nothing, values(nulls));
        assertEquals(0, nulls.offsets()[ROWS], "a NULL has no bytes");
        BytesColumn none = evaluate(format("dd"), chunk(columnOf(DataType.TIMESTAMP, List.of())), Selection.all(0));
        assertEquals(0, none.size());
    }

    @Test
    void constantsStandThereOnce() {
        Chunk input = chunk(columnOf(
                DataType.BIGINT,
                IntStream.range(0, ROWS).mapToObj(Long::valueOf).toList()));
        Kernel kernel = KernelCompiler.compile(text("abc"));
        BytesColumn wide = (BytesColumn) kernel.evaluate(input, Selection.all(ROWS));
        BytesColumn narrow = (BytesColumn) kernel.evaluate(input.slice(0, 3), Selection.all(3));
        assertTrue(wide.repeats());
        assertEquals(Collections.nCopies(ROWS, "abc"), values(wide));
        assertEquals(List.of("abc", "abc", "abc"), values(narrow));
        assertEquals(300, wide.offsets()[ROWS]);
        BytesColumn empty = evaluate(text(""), input, Selection.all(ROWS));
        assertEquals(Collections.nCopies(ROWS, ""), values(empty));
        BytesColumn nothing = evaluate(value(DataType.STRING, null), input, Selection.all(ROWS));
        assertEquals(Collections.nCopies(ROWS, null), values(nothing));
    }

    private static Expression caseOf(Expression... operands) {
        return new Call(Operation.CASE, List.of(operands), DataType.STRING);
    }

    @Test
    void casesOfConstantsRepeatThem() {
        Chunk input = chunk(
                columnOf(DataType.TIMESTAMP, nullable(times(ROWS, 1))),
                columnOf(
                        DataType.BOOLEAN,
                        IntStream.range(0, ROWS).mapToObj(i -> i % 3 == 0).toList()),
                columnOf(
                        DataType.BOOLEAN,
                        IntStream.range(0, ROWS).mapToObj(i -> i % 3 == 1).toList()),
                columnOf(
                        DataType.STRING,
                        IntStream.range(0, ROWS).mapToObj(i -> "text " + i).toList()));
        Expression first = column(1, DataType.BOOLEAN);
        Expression second = column(2, DataType.BOOLEAN);
        List<Expression> lasts = Arrays.asList(format("dd"), text("z"), value(DataType.STRING, null));
        for (Expression last : lasts) {
            Expression repeating = caseOf(first, text("a"), second, text(""), last);
            BytesColumn column = evaluate(repeating, input, Selection.all(ROWS));
            assertTrue(column.repeats());
            Column rest = evaluate(last, input, Selection.all(ROWS));
            for (int i = 0; i < ROWS; i++) {
                Object expected = i % 3 == 0 ? "a" : i % 3 == 1 ? "" : JavaValues.get(DataType.STRING, rest, i);
                assertEquals(expected, JavaValues.get(DataType.STRING, column, i));
            }
        }
        BytesColumn others = evaluate(caseOf(first, text("a"), column(3, DataType.STRING)), input, Selection.all(ROWS));
        assertFalse(others.repeats());
        assertEquals("a", others.text(0));
        assertEquals("text 1", others.text(1));
    }

    @Test
    void rowsThatAreLeftOutAreEmpty() {
        Chunk input = chunk(columnOf(DataType.TIMESTAMP, nullable(times(ROWS, 1))));
        int[] rows = IntStream.range(0, 40).map(i -> i * 2).toArray();
        BytesColumn days = evaluate(format("yyyy"), input, new Selection(rows, 40));
        assertTrue(days.repeats());
        assertEquals("2023", days.text(0));
        assertEquals(0, days.length(1));
        assertEquals(0, days.length(99));
    }

    @Test
    void comparisonsReadTheOrigin() {
        Chunk input = chunk(columnOf(DataType.TIMESTAMP, nullable(times(ROWS, 1))));
        for (Operation operation : List.of(Operation.EQUALS, Operation.LESS, Operation.GREATER_OR_EQUAL)) {
            Expression comparison =
                    Evaluate.call(operation, DataType.BOOLEAN, format("yyyy-MM-dd"), text("2023-02-01"));
            List<Object> found = Evaluate.rows(comparison, input);
            for (int i = 0; i < ROWS; i++) {
                boolean later = i >= 60;
                Object expected = i % 7 == 3 ? null : operation == Operation.LESS ? !later : later;
                assertEquals(expected, found.get(i));
            }
        }
    }
}
