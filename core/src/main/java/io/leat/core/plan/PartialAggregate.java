package io.leat.core.plan;

import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.core.type.TypeKind;
import java.util.List;

/**
 * Groups the rows of each change by themselves, before they go on to an {@link Aggregate} that {@linkplain
 * Aggregate#rowsColumn() merges} them: one row a group and tick, with what the group's rows add up to. Keeps no state.
 *
 * <p>Its output is no relation of its own: how the rows are spread over partial rows depends on where ticks are cut, and
 * only what a merging aggregate makes of them does not. {@link PartialForm} makes both halves.
 *
 * @param keys the input columns to group by; NULLs are one group
 * @param calls COUNT, SUM_OR_ZERO, MIN and MAX without DISTINCT; a sum that would not fit its type is spread over rows
 * @param schema the keys, {@link #ROWS}, then one column a call
 */
public record PartialAggregate(Plan input, List<Integer> keys, List<AggregateCall> calls, Schema schema)
        implements Plan {

    /** How many rows a partial row stands for: below 0 when more were taken back than came. */
    public static final Field ROWS =
            new Field("$rows", DataType.of(TypeKind.BIGINT).withNullable(false));

    public PartialAggregate {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
    }

    @Override
    public List<Plan> inputs() {
        return List.of(input);
    }

    @Override
    public <R> R accept(PlanVisitor<R> visitor) {
        return visitor.partialAggregate(this);
    }
}
