package io.leat.executor.aggregate;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Scan;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.LateCounter;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.oracle.Bag;
import io.leat.executor.oracle.CheckedOperator;
import io.leat.executor.oracle.NaiveEvaluator;
import io.leat.executor.oracle.OperatorContract.TestTick;
import io.leat.executor.state.MemoryArchive;
import io.leat.executor.state.MemoryStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An aggregate over a table, driven tick by tick. */
final class AggregateRun {
    private final Aggregate plan;
    private final ExpressionErrors errors;
    private final CheckedOperator operator;
    private MemoryStateStore store = new MemoryStateStore();
    private Operator aggregate;
    private long ticks;

    private AggregateRun(Aggregate plan, ExpressionErrors errors) {
        this.plan = plan;
        this.errors = errors;
        this.aggregate = aggregate();
        this.operator = new CheckedOperator((tick, inputs) -> aggregate.step(tick, inputs), plan.schema());
    }

    private Operator aggregate() {
        return new AggregateOperator(plan, new OperatorContext("a", store, errors, LateCounter.NONE, 4));
    }

    /** Puts a new operator with what the old one remembers in its place. */
    void restart() {
        MemoryArchive remembered = MemoryArchive.of(store);
        store = new MemoryStateStore();
        aggregate = aggregate();
        remembered.restore(store);
    }

    /** A grouping of a table. */
    static AggregateRun of(Schema input, List<Integer> keys, ExpressionErrors errors, AggregateCall... calls) {
        return new AggregateRun(plan(input, keys, Optional.empty(), ChangeMode.UPDATING, calls), errors);
    }

    /** A grouping of a table with another kind of change and with groups that close. */
    static AggregateRun of(Aggregate plan) {
        return new AggregateRun(plan, ExpressionErrors.FAIL);
    }

    static Aggregate plan(
            Schema input, List<Integer> keys, Optional<Closing> closing, ChangeMode changes, AggregateCall... calls) {
        List<Integer> columns = IntStream.range(0, input.size()).boxed().toList();
        Scan scan = new Scan("t", columns, false, changes, input);
        List<Field> fields = new ArrayList<>(input.select(keys).fields());
        for (int i = 0; i < calls.length; i++) {
            fields.add(new Field("a" + i, calls[i].type()));
        }
        return new Aggregate(scan, keys, List.of(calls), closing, changes, new Schema(fields));
    }

    /** One tick that takes rows in; gives the change of the output. */
    Bag tick(Bag rows) {
        return tick(rows, Long.MIN_VALUE);
    }

    Bag tick(Bag rows, long watermark) {
        return Bag.of(plan.schema(), tick(rows.toZSet(plan.input().schema(), 3), watermark));
    }

    ZSet tick(ZSet rows, long watermark) {
        return operator.step(new TestTick(++ticks, watermark), List.of(rows));
    }

    /** All output so far. */
    Bag output() {
        return operator.output();
    }

    /** What the output should be over an input. */
    Bag expected(Bag input) {
        return new NaiveEvaluator(scan -> input, Long.MIN_VALUE).evaluate(plan);
    }

    MemoryStateStore store() {
        return store;
    }
}
