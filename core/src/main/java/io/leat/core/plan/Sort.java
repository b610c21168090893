package io.leat.core.plan;

import io.leat.core.type.Schema;
import java.util.List;

/**
 * The rows in an order, perhaps a range of them only. Stands at the top of finite queries only: a view has no order.
 *
 * @param keys what to sort by, most important first; none keeps the rows as they come
 * @param offset rows to leave out at the beginning
 * @param fetch rows to take after that, or -1 for all
 */
public record Sort(Plan input, List<Key> keys, long offset, long fetch) implements Plan {

    /** A column to sort by. */
    public record Key(int column, boolean descending, boolean nullsFirst) {}

    public Sort {
        keys = List.copyOf(keys);
    }

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
        return visitor.sort(this);
    }
}
