package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Each row once. Keeps a count a row.
 *
 * @param closing when a row may be forgotten
 */
public record Distinct(Plan input, Optional<Closing> closing) implements Plan {

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
        return visitor.distinct(this);
    }
}
