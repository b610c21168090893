package io.leat.executor.circuit;

import io.leat.core.batch.ZSet;
import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.core.time.Clock;
import io.leat.executor.operator.Operator;
import io.leat.executor.operator.Tick;
import java.util.List;
import java.util.function.UnaryOperator;

/** An operator, wired to what it reads. It is left alone in ticks in which nothing reaches it. */
final class OperatorNode extends Node {
    private static final EventTimeBound NO_INPUT = new EventTimeBound(false, Long.MAX_VALUE);

    private final Operator operator;
    private final NodeState state;
    private final Clock clock;
    private List<Node> inputs;
    private boolean started;

    OperatorNode(
            Fingerprint fingerprint, Plan plan, Operator operator, List<Node> inputs, NodeState state, Clock clock) {
        super(fingerprint, plan);
        this.operator = operator;
        this.inputs = List.copyOf(inputs);
        this.state = state;
        this.clock = clock;
    }

    @Override
    public long stateRows() {
        return state.store().rows();
    }

    @Override
    public long stateBytes() {
        return state.store().bytes();
    }

    @Override
    public NodeErrors errors() {
        return state.errors();
    }

    @Override
    public NodeLate late() {
        return state.late();
    }

    @Override
    public List<Node> inputs() {
        return inputs;
    }

    @Override
    void step(long tick, long clockMillis) {
        long before = watermark();
        setBound(inputs.stream().map(Node::bound).reduce(EventTimeBound::and).orElse(NO_INPUT));
        List<ZSet> changes = inputs.stream().map(Node::output).toList();
        if (started && before == watermark() && changes.stream().allMatch(ZSet::isEmpty)) {
            setOutput(ZSet.EMPTY);
            return;
        }
        started = true;
        long begun = clock.nanos();
        setOutput(operator.step(new NodeTick(tick, clockMillis, watermark()), changes));
        counters().addStep(changes.stream().mapToLong(ZSet::rows).sum(), clock.nanos() - begun);
    }

    @Override
    void rewire(UnaryOperator<Node> replacement) {
        inputs = inputs.stream().map(replacement).toList();
    }

    /** A tick as this operator sees it. */
    private record NodeTick(long number, long clockMillis, long watermark) implements Tick {}
}
