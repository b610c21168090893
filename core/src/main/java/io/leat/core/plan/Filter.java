package io.leat.core.plan;

import io.leat.core.expression.Expression;
import io.leat.core.type.Schema;
import java.util.List;

/** The rows for which a condition is true (not false, not NULL). Linear, keeps no state. */
public record Filter(Plan input, Expression condition) implements Plan {

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.filter(this);
    }
}
