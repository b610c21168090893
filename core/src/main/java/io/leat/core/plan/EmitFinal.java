package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;

/**
 * EMIT FINAL: a row leaves once, when it is closed, and never changes afterwards. Holds the rows that are still open; a
 * change to a row that has left is dropped. Rows without a time wait for the end of all input.
 *
 * @param closing when a row is closed
 */
public record EmitFinal(Plan input, Closing closing) implements Plan {

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
        return visitor.emitFinal(this);
    }
}
