package io.leat.executor.kernel;

import static io.leat.core.expression.Operation.ARRAY;
import static io.leat.core.expression.Operation.CARDINALITY;
import static io.leat.core.expression.Operation.FIELD;
import static io.leat.core.expression.Operation.ITEM;
import static io.leat.core.expression.Operation.ROW;
import static io.leat.executor.kernel.Evaluate.call;
import static io.leat.executor.kernel.Evaluate.chunk;
import static io.leat.executor.kernel.Evaluate.column;
import static io.leat.executor.kernel.Evaluate.columnOf;
import static io.leat.executor.kernel.Evaluate.integer;
import static io.leat.executor.kernel.Evaluate.rows;
import static io.leat.executor.kernel.Evaluate.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.batch.Chunk;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedTest {
    private static final DataType INT = DataType.INTEGER;
    private static final DataType NUMBERS = DataType.array(INT);
    private static final DataType MAP = DataType.map(DataType.STRING, INT);
    private static final DataType PAIR = DataType.row(List.of(new Field("n", INT), new Field("s", DataType.STRING)));

    private static final Chunk INPUT = chunk(
            columnOf(NUMBERS, Arrays.asList(List.of(1, 2), List.of(), null, Arrays.asList(7, null))),
            columnOf(MAP, Arrays.asList(Map.of("a", 1), Map.of(), null, Map.of("b", 2))),
            columnOf(PAIR, Arrays.asList(List.of(1, "x"), Arrays.asList(null, "y"), null, List.of(3, ""))),
            columnOf(INT, Arrays.asList(2, 1, 1, null)));

    @Test
    void elementsAreTakenByPositionOrKey() {
        assertEquals(
                Arrays.asList(2, null, null, null), rows(call(ITEM, INT, column(0, NUMBERS), column(3, INT)), INPUT));
        assertEquals(Arrays.asList(1, null, null, 7), rows(call(ITEM, INT, column(0, NUMBERS), integer(1)), INPUT));
        assertEquals(
                Arrays.asList(null, null, null, null), rows(call(ITEM, INT, column(0, NUMBERS), integer(0)), INPUT));
        assertEquals(Arrays.asList(1, null, null, null), rows(call(ITEM, INT, column(1, MAP), text("a")), INPUT));
    }

    @Test
    void fieldsAreTakenByNumber() {
        assertEquals(Arrays.asList(1, null, null, 3), rows(call(FIELD, INT, column(2, PAIR), integer(0)), INPUT));
        assertEquals(
                List.of("y", ""),
                rows(
                        call(FIELD, DataType.STRING, column(2, PAIR), integer(1)),
                        INPUT,
                        new Selection(new int[] {1, 3}, 2)));
    }

    @Test
    void arraysAndRowsAreMade() {
        assertEquals(
                List.of(List.of(2, 9), List.of(1, 9), List.of(1, 9), Arrays.asList(null, 9)),
                rows(call(ARRAY, NUMBERS, column(3, INT), integer(9)), INPUT));
        assertEquals(
                List.of(2, "t"),
                rows(call(ROW, PAIR, column(3, INT), text("t")), INPUT).get(0));
    }

    @Test
    void cardinalityCounts() {
        assertEquals(Arrays.asList(2, 0, null, 2), rows(call(CARDINALITY, INT, column(0, NUMBERS)), INPUT));
        assertEquals(Arrays.asList(1, 0, null, 1), rows(call(CARDINALITY, INT, column(1, MAP)), INPUT));
    }
}
