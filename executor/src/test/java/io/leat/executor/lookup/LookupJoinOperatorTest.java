package io.leat.executor.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Scan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.NaiveEvaluator;
import io.leat.executor.oracle.OperatorProbe;
import io.leat.executor.oracle.RandomHistory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookupJoinOperatorTest {
    private static final Scan LEFT = RandomHistory.scan(0, false);
    private static final Scan RIGHT = RandomHistory.scan(1, false);
    private static final int CASES = 200;

    private static LookupJoin plan(boolean keepsLeft, Optional<Expression> residual) {
        Schema schema = RandomHistory.SCHEMA.concat(keepsLeft ? nullable(RandomHistory.SCHEMA) : RandomHistory.SCHEMA);
        return new LookupJoin(LEFT, RIGHT, keepsLeft, List.of(0), List.of(0), residual, schema);
    }

    private static Schema nullable(Schema schema) {
        return new Schema(schema.fields().stream()
                .map(field -> new Field(field.name(), field.type().withNullable(true)))
                .toList());
    }

    private static Optional<Expression> less() {
        int width = RandomHistory.SCHEMA.size();
        return Optional.of(new Call(
                Operation.LESS,
                List.of(
                        new ColumnReference(2, RandomHistory.SCHEMA.type(2)),
                        new ColumnReference(width + 2, RandomHistory.SCHEMA.type(2))),
                DataType.BOOLEAN));
    }

    private static Bag inserted(Bag changes) {
        Bag rows = new Bag();
        changes.rows().forEach((row, weight) -> rows.add(row, Math.max(0, weight)));
        return rows;
    }

    /** The oracle joins the left rows of each tick with the whole right side as it is at the end of that tick. */
    private static void check(LookupJoin plan, long seed) {
        OperatorProbe operator = new OperatorProbe(plan, context -> new LookupJoinOperator(plan, context));
        Bag right = new Bag();
        for (RandomHistory.Step step : RandomHistory.of(new Random(seed), 60, false)) {
            Bag left = inserted(step.changes(LEFT));
            right.addAll(step.changes(RIGHT));
            NaiveEvaluator oracle = new NaiveEvaluator(scan -> scan.equals(LEFT) ? left : right, step.watermark());
            Bag expected = oracle.evaluate(plan);
            assertEquals(expected, operator.step(step.watermark(), left, step.changes(RIGHT)), "seed " + seed);
        }
    }

    @Test
    void everyRowMeetsTheRightSideOfItsTick() {
        for (long seed = 1; seed <= CASES; seed++) {
            boolean keepsLeft = seed % 2 == 0;
            check(plan(keepsLeft, seed % 3 == 0 ? less() : Optional.empty()), seed);
        }
    }

    @Test
    void laterChangesCorrectNothingAndLeftRowsAreNotKept() {
        OperatorProbe join = new OperatorProbe(
                plan(false, Optional.empty()), c -> new LookupJoinOperator(plan(false, Optional.empty()), c));
        List<Object> left = Bag.row(1L, null, 5L, "l");
        List<Object> old = Bag.row(1L, null, 6L, "old");
        List<Object> renewed = Bag.row(1L, null, 6L, "new");

        assertEquals(
                1,
                join.step(0, new Bag().add(left, 1), new Bag().add(old, 1))
                        .rows()
                        .size());
        assertEquals(new Bag(), join.step(0, new Bag(), new Bag().add(old, -1).add(renewed, 1)));
        assertEquals(
                new Bag().add(Bag.row(1L, null, 5L, "l", 1L, null, 6L, "new"), 2),
                join.step(0, new Bag().add(left, 2), new Bag()));
        assertEquals(1, join.stateRows());
        join.step(0, new Bag(), new Bag().add(renewed, -1));
        assertEquals(0, join.stateRows());
    }
}
