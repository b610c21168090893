package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;
import java.util.OptionalInt;

/**
 * Moves each row's time back to the start of its pane, and its arrival to the last one that leaves the same windows open:
 * rows that belong to the same windows look the same afterwards. A pane is [offset + k * size, offset + (k + 1) * size).
 * Linear, keeps no state; rows without a time stay as they are.
 *
 * @param timeColumn the column (TIMESTAMP or TIMESTAMP_LTZ) that says when
 * @param sizeMillis length of a pane
 * @param offsetMillis shift of all panes
 * @param arrivalColumn the column that carries {@link Scan#ARRIVAL}, if one does
 */
public record Panes(Plan input, int timeColumn, long sizeMillis, long offsetMillis, OptionalInt arrivalColumn)
        implements Plan {

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
        return visitor.panes(this);
    }
}
