package io.leat.executor.circuit;

import io.leat.core.plan.Fingerprint;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.time.Clock;
import io.leat.executor.shard.Distribution;
import java.util.List;

/** The lower half of an aggregate, before the exchange. It stands in no plan: whoever looks at plans sees what it reads. */
final class EarlyNode extends OperatorNode {

    EarlyNode(
            Fingerprint fingerprint,
            PartialAggregate plan,
            Distribution distribution,
            List<OperatorShard> operators,
            Node input,
            Clock clock) {
        super(fingerprint, plan, distribution, operators, List.of(input), clock);
    }

    @Override
    public Node origin() {
        return inputs().get(0).origin();
    }
}
