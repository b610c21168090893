package io.leat.executor.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.ZSet;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.Scan;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.kernel.KernelCompiler;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.Expressions;
import io.leat.executor.oracle.OperatorContract.TestTick;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinearOperatorTest {
    private static final Schema SCHEMA = Schema.of(new Field("v", DataType.BIGINT));
    private static final Expression QUOTIENT =
            Expressions.compute(Operation.DIVIDE, Expressions.bigint(12), Expressions.column(SCHEMA, 0));

    private final LinearRun run = new LinearRun();

    private static Bag rows(Object... values) {
        Bag bag = new Bag();
        for (Object value : values) {
            bag.add(Bag.row(value), 1);
        }
        return bag;
    }

    @Test
    void aProjectionLeavesOutTheRowsThatFailAndCountsThem() {
        Operator project = new ProjectOperator(List.of(KernelCompiler.compile(QUOTIENT)), run.context());
        Bag input = rows(1L, 0L, null, 4L, 3L).minus(rows(6L));
        Bag output = LinearRun.step(project, SCHEMA, input, SCHEMA);
        assertEquals(rows(12L, null, 3L, 4L).minus(rows(2L)), output);
        assertEquals(1, run.failed.size());
        assertEquals(ErrorCode.DIVISION_BY_ZERO, run.failed.get(0).code());
    }

    @Test
    void aProjectionFailsWhereThePolicyIsToFail() {
        OperatorContext failing = new OperatorContext("o", run.store, ExpressionErrors.FAIL, LateCounter.NONE, 4);
        Operator project = new ProjectOperator(List.of(KernelCompiler.compile(QUOTIENT)), failing);
        LeatException error =
                assertThrows(LeatException.class, () -> LinearRun.step(project, SCHEMA, rows(1L, 0L), SCHEMA));
        assertEquals(ErrorCode.DIVISION_BY_ZERO, error.code());
    }

    @Test
    void aFilterLetsPassWhatIsTrueOnly() {
        Expression condition = Expressions.test(Operation.GREATER_OR_EQUAL, QUOTIENT, Expressions.bigint(4));
        Operator filter = new FilterOperator(KernelCompiler.predicate(condition), run.context());
        Bag input = rows(1L, 0L, null, 4L, 3L).minus(rows(2L));
        assertEquals(rows(1L, 3L).minus(rows(2L)), LinearRun.step(filter, SCHEMA, input, SCHEMA));
        assertEquals(1, run.failed.size());
    }

    @Test
    void aUnionAddsUp() {
        ZSet left = rows(1L, 2L).toZSet(SCHEMA, 1);
        ZSet right = rows(2L).toZSet(SCHEMA, 1);
        ZSet all = new UnionOperator().step(new TestTick(1, 0), List.of(left, right));
        assertEquals(rows(1L, 2L, 2L), Bag.of(SCHEMA, all));
    }

    @Test
    void constantsAreGivenOnce() {
        List<List<Literal>> literals =
                List.of(List.of(new Literal(1, DataType.INTEGER)), List.of(new Literal(null, DataType.INTEGER)));
        Constant plan = new Constant(literals, SCHEMA);
        Bag first = LinearRun.step(new ConstantOperator(plan, run.context()), 1, 0, ZSet.EMPTY, SCHEMA);
        assertEquals(rows(1L, null), first);
        Bag again = LinearRun.step(new ConstantOperator(plan, run.context()), 2, 0, ZSet.EMPTY, SCHEMA);
        assertTrue(again.isEmpty());
    }

    @Test
    void distinctForgetsRowsThatAreClosedWithoutEmitting() {
        Schema times = Schema.of(new Field("t", DataType.TIMESTAMP_LTZ));
        Scan scan = new Scan("r", List.of(0), false, ChangeMode.APPEND_ONLY, times);
        Distinct plan = new Distinct(scan, Optional.of(new Closing(0, 0)));
        Operator distinct = new DistinctOperator(plan, run.context());
        Bag rows = new Bag().add(Bag.row(Instant.ofEpochMilli(1)), 3).add(Bag.row(Instant.ofEpochMilli(5)), 1);
        assertEquals(
                2,
                LinearRun.step(distinct, 1, 0, rows.toZSet(times, 4), times)
                        .rows()
                        .size());
        assertTrue(LinearRun.step(distinct, 2, 1, ZSet.EMPTY, times).isEmpty());
        assertEquals(1, run.store.rows());
        assertTrue(
                LinearRun.step(distinct, 3, Long.MAX_VALUE, ZSet.EMPTY, times).isEmpty());
        assertEquals(0, run.store.rows());
    }
}
