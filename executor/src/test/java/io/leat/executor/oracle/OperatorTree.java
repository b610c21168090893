package io.leat.executor.oracle;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Scan;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.Tick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A plan's operators, wired as a tree and each of them checked: the least circuit that a test of operators needs. */
final class OperatorTree {
    private static final int CHUNK_ROWS = 5;

    private final Plan plan;
    private final Optional<CheckedOperator> operator;
    private final List<OperatorTree> inputs = new ArrayList<>();

    /** The operators that the factory makes; where it makes none, the oracle itself takes part. */
    OperatorTree(Plan plan, Function<Plan, Optional<Operator>> factory) {
        this.plan = plan;
        this.operator = plan instanceof Scan
                ? Optional.empty()
                : Optional.of(new CheckedOperator(
                        factory.apply(plan).orElseGet(() -> new NaiveOperator(plan)), plan.schema()));
        plan.inputs().forEach(input -> inputs.add(new OperatorTree(input, factory)));
    }

    /** One tick. */
    ZSet step(Tick tick, RandomHistory.Step step) {
        return step(tick, step, new HashMap<>());
    }

    /** Scans that are equal give the very same chunks, as they do in a circuit. */
    private ZSet step(Tick tick, RandomHistory.Step step, Map<Scan, ZSet> scans) {
        if (plan instanceof Scan scan) {
            return scans.computeIfAbsent(scan, s -> step.changes(s).toZSet(s.schema(), CHUNK_ROWS));
        }
        List<ZSet> changes =
                inputs.stream().map(input -> input.step(tick, step, scans)).toList();
        return operator.orElseThrow().step(tick, changes);
    }
}
