package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;

/** All rows of all inputs: UNION ALL. The inputs' columns have the same layouts. Linear, keeps no state. */
public record Union(List<Plan> inputs, Schema schema) implements Plan {
    public Union {
        inputs = List.copyOf(inputs);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.union(this);
    }
}
