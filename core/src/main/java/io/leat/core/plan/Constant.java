package io.leat.core.plan;

import io.leat.core.expression.Literal;
import io.leat.core.type.Schema;
import java.util.List;

/** Rows written in the query itself: VALUES. */
public record Constant(List<List<Literal>> rows, Schema schema) implements Plan {
    public Constant {
        rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public List<Plan> inputs() {
        return List.of();
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.constant(this);
    }
}
