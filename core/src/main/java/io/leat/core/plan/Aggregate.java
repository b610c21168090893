package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * One row a group: its keys and its aggregates. Without keys there is always exactly one row, also over no input.
 *
 * @param keys the input columns to group by; NULLs are one group
 * @param closing when a group may be forgotten; the column is one of the output's keys
 * @param inputChanges whether input rows are ever taken back; if not, MIN and MAX need to keep one value only
 * @param schema the keys, then one column a call
 */
public record Aggregate(
        Plan input,
        List<Integer> keys,
        List<AggregateCall> calls,
        Optional<Closing> closing,
        ChangeMode inputChanges,
        Schema schema)
        implements Plan {
    public Aggregate {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.aggregate(this);
    }
}
