package io.leat.executor.oracle;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Plan;
import io.leat.core.type.Schema;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.LateCounter;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.oracle.OperatorContract.TestTick;
import io.leat.executor.state.MemoryArchive;
import io.leat.executor.state.MemoryStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Turns one operator by hand: bags in, bags out, with its state and its late rows in view. After every tick the operator is
 * replaced by a new one with what the old one remembered.
 */
public final class OperatorProbe {
    private static final int CHUNK_ROWS = 1_000;

    private final Plan plan;
    private final Function<OperatorContext, Operator> factory;
    private final Operator checked;
    private MemoryStateStore store = new MemoryStateStore();
    private Operator operator;
    private long ticks;
    private long lateRows;

    /** Makes an operator for a plan. */
    public OperatorProbe(Plan plan, Function<OperatorContext, Operator> factory) {
        this.plan = plan;
        this.factory = factory;
        this.operator = operator();
        this.checked = new CheckedOperator((tick, inputs) -> operator.step(tick, inputs), plan.schema());
    }

    private Operator operator() {
        LateCounter late = (table, rows) -> lateRows += rows;
        return factory.apply(new OperatorContext("probe", store, ExpressionErrors.FAIL, late, CHUNK_ROWS));
    }

    private void restart() {
        MemoryArchive remembered = MemoryArchive.of(store);
        store = new MemoryStateStore();
        operator = operator();
        remembered.restore(store);
    }

    /** One tick: a change an input. */
    public Bag step(long watermark, Bag... changes) {
        return Bag.of(plan.schema(), stepChunks(watermark, changes));
    }

    /** One tick, with the output as it is. */
    public ZSet stepChunks(long watermark, Bag... changes) {
        List<ZSet> inputs = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            Schema schema = plan.inputs().get(i).schema();
            inputs.add(changes[i].toZSet(schema, CHUNK_ROWS));
        }
        ticks++;
        ZSet change = checked.step(new TestTick(ticks, watermark), inputs);
        restart();
        return change;
    }

    /** Rows in the operator's state. */
    public long stateRows() {
        return store.rows();
    }

    /** Bytes of the operator's state. */
    public long stateBytes() {
        return store.bytes();
    }

    /** Late rows that it counted. */
    public long lateRows() {
        return lateRows;
    }
}
