package io.leat.executor.oracle;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Plan;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.Tick;
import java.util.ArrayList;
import java.util.List;

/** An operator that computes everything again in each tick: stands in for operators that a test is not about. */
final class NaiveOperator implements Operator {
    private static final int CHUNK_ROWS = 7;

    private final Plan plan;
    private final List<Bag> inputs = new ArrayList<>();
    private Bag output = new Bag();

    NaiveOperator(Plan plan) {
        this.plan = plan;
        plan.inputs().forEach(input -> inputs.add(new Bag()));
    }

    @Override
    public ZSet step(Tick tick, List<ZSet> changes) {
        for (int i = 0; i < changes.size(); i++) {
            inputs.get(i).addAll(plan.inputs().get(i).schema(), changes.get(i));
        }
        Bag next = NaiveEvaluator.apply(plan, inputs, tick.watermark());
        Bag change = next.minus(output);
        output = next;
        return change.toZSet(plan.schema(), CHUNK_ROWS);
    }
}
