package io.leat.engine.run;

import io.leat.core.batch.ZSet;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Plan;
import io.leat.executor.circuit.Circuit;
import io.leat.executor.circuit.InputNode;
import io.leat.executor.circuit.Node;
import java.util.List;
import java.util.Optional;

/** Something that takes the changes of a node tick by tick: a view or a job. */
public abstract sealed class LivePipeline permits LiveView, LiveJob, LiveQuery {
    private final String name;
    private final Plan plan;
    private final Node root;
    private LeatException failure;
    private boolean endTold;

    LivePipeline(String name, Plan plan, Node root) {
        this.name = name;
        this.plan = plan;
        this.root = root;
    }

    /** Its name in the catalog, or what people call it. */
    public final String name() {
        return name;
    }

    /** How it is computed. */
    public final Plan plan() {
        return plan;
    }

    /** Where its changes come out. */
    public final Node root() {
        return root;
    }

    /** What stopped it, if it was a failure. */
    public final Optional<LeatException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The tables that it reads, views resolved. */
    public final List<InputNode> inputs() {
        return Circuit.below(root).stream()
                .filter(InputNode.class::isInstance)
                .map(InputNode.class::cast)
                .toList();
    }

    /** Whether nothing will ever change in it any more. */
    public final boolean isEnded() {
        return failure != null || endTold;
    }

    final void fail(LeatException reason) {
        if (failure == null) {
            failure = reason;
            failed(reason);
        }
    }

    /** Takes this tick's change, and the end when all inputs have ended. */
    final void publish(long tick) {
        if (isEnded()) {
            return;
        }
        take(tick, root.output());
        if (inputs().stream().allMatch(InputNode::isEnded)) {
            endTold = true;
            ended(tick);
        }
    }

    /** One tick's change, not consolidated; may be empty. */
    abstract void take(long tick, ZSet change);

    /** Nothing comes after this tick. */
    abstract void ended(long tick);

    /** It has stopped with a failure. */
    abstract void failed(LeatException reason);

    /** Whether somebody who reads it has more waiting than he should. */
    abstract boolean isFull();

    /** It is being taken out; whoever follows it is told why. */
    abstract void close(LeatException reason);
}
