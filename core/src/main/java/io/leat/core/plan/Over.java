package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Each row with what functions make of the rows around it in its partition. Not linear: a row changes the results of its
 * neighbours. The order is completed as that of {@link Rank}.
 *
 * @param partition the input columns that make a partition; NULLs are one; none makes all rows one
 * @param order the order within a partition
 * @param calls the functions; all see the same partitions and order
 * @param closing when a partition may be forgotten: a column of the input that is one of {@code partition}
 * @param schema the input's columns, then one column a call
 */
public record Over(
        Plan input,
        List<Integer> partition,
        List<Sort.Key> order,
        List<OverCall> calls,
        Optional<Closing> closing,
        Schema schema)
        implements Plan {
    public Over {
        partition = List.copyOf(partition);
        order = List.copyOf(order);
        calls = List.copyOf(calls);
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.over(this);
    }
}
