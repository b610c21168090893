package io.leat.core.plan;

import io.leat.core.type.DataType;
import java.util.List;

/**
 * One aggregate of a grouping.
 *
 * @param arguments input columns; none for COUNT(*)
 * @param distinct whether equal arguments count once
 * @param filterColumn a BOOLEAN input column: only rows where it is true count; -1 if all do
 * @param type the result's type
 */
public record AggregateCall(
        AggregateFunction function, List<Integer> arguments, boolean distinct, int filterColumn, DataType type) {

    /** The filter column of an aggregate that takes all rows. */
    public static final int NO_FILTER = -1;

    public AggregateCall {
        arguments = List.copyOf(arguments);
    }
}
