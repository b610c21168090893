package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;

/**
 * The rows that are not older, beyond an allowance, than the watermark which their partition had when they came; late rows are dropped and
 * counted. Stands below a join that frees by watermark, so that what it freed cannot be missed. Rows without a time pass.
 * Linear, keeps no state.
 *
 * @param timeColumn the event time
 * @param lateness the arrival: a row is late when its time and the allowance are less
 * @param allowanceMillis how long after its time a row may still come, because what it is to meet closes that much later
 */
public record OnTime(Plan input, int timeColumn, Lateness lateness, long allowanceMillis) implements Plan {

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
        return visitor.onTime(this);
    }
}
