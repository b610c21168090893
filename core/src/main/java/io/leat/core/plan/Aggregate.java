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
 * @param rowsColumn if the input is made of partial rows, the column that says how many rows each of them stands for; the
 *     calls then merge partial columns: COUNT a count, SUM and AVG a sum and a count, MIN and MAX a value. Else
 *     {@link #WHOLE_ROWS}
 * @param schema the keys, then one column a call
 */
public record Aggregate(
        Plan input,
        List<Integer> keys,
        List<AggregateCall> calls,
        Optional<Closing> closing,
        ChangeMode inputChanges,
        int rowsColumn,
        Schema schema)
        implements Plan {

    /** The rows column of a grouping of rows that stand for themselves. */
    public static final int WHOLE_ROWS = -1;

    public Aggregate {
        keys = List.copyOf(keys);
        calls = List.copyOf(calls);
    }

    /** A grouping of rows that stand for themselves. */
    public Aggregate(
            Plan input,
            List<Integer> keys,
            List<AggregateCall> calls,
            Optional<Closing> closing,
            ChangeMode inputChanges,
            Schema schema) {
        this(input, keys, calls, closing, inputChanges, WHOLE_ROWS, schema);
    }

    /** Whether its input rows are those of a {@link PartialAggregate}. */
    public boolean merges() {
        return rowsColumn != WHOLE_ROWS;
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
