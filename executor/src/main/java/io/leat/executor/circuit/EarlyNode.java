package io.leat.executor.circuit;

import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.Plan;
import io.leat.core.time.Clock;
import io.leat.executor.shard.Distribution;
import java.util.List;

/** A part of an aggregate that is done before its exchange. It stands in no plan: whoever looks at plans sees what it reads. */
final class EarlyNode extends OperatorNode {
    private final boolean remembered;

    /** @param remembered whether checkpoints have it */
    EarlyNode(
            Fingerprint fingerprint,
            Plan plan,
            Distribution distribution,
            List<OperatorShard> operators,
            List<Node> inputs,
            Clock clock,
            boolean remembered) {
        super(fingerprint, plan, distribution, operators, inputs, clock);
        this.remembered = remembered;
    }

    @Override
    boolean keepsOrigins() {
        return false;
    }

    @Override
    boolean isRemembered() {
        return remembered;
    }

    @Override
    public Node origin() {
        return inputs().get(0).origin();
    }
}
