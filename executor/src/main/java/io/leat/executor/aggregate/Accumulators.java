package io.leat.executor.aggregate;

import io.leat.core.batch.ColumnBuilder;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.type.DataType;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.LongValues;
import java.util.ArrayList;
import java.util.List;

/** All aggregates of a grouping. */
final class Accumulators {
    private final List<RowChoice> choices = new ArrayList<>();
    private final List<DistinctRows> distinct = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<AggregateResult> results = new ArrayList<>();
    private final List<DataType> types;

    /** An accumulator and the rows that it takes in. */
    private record Update(RowChoice rows, Accumulator accumulator) {}

    /** The aggregates of a plan; the rows of each group are counted by somebody else. */
    Accumulators(Aggregate plan, OperatorContext context, LongValues groupRows) {
        AccumulatorFactory factory = new AccumulatorFactory(plan, context, groupRows, this);
        plan.calls().forEach(call -> results.add(factory.result(call)));
        types = plan.calls().stream().map(AggregateCall::type).toList();
    }

    RowChoice register(RowChoice choice) {
        choices.add(choice);
        return choice;
    }

    void add(DistinctRows rows) {
        distinct.add(rows);
    }

    void add(RowChoice rows, Accumulator accumulator) {
        updates.add(new Update(rows, accumulator));
    }

    /** What reads the result of the aggregate at a place. */
    AggregateResult result(int place) {
        return results.get(place);
    }

    /** No rows of results yet. */
    ResultRows newRows() {
        return new ResultRows(
                results, types.stream().map(type -> ColumnBuilder.of(type, 0)).toList());
    }

    /** Takes rows in. */
    void update(GroupedRows rows) {
        choices.forEach(RowChoice::begin);
        for (Update update : updates) {
            update.accumulator.update(update.rows.of(rows));
        }
    }

    /** Forgets a group. */
    void clear(int group) {
        distinct.forEach(rows -> rows.clear(group));
        updates.forEach(update -> update.accumulator.clear(group));
    }

    /** Gives memory back when all groups in use are below the limit. */
    void trim(int groupLimit) {
        distinct.forEach(rows -> rows.trim(groupLimit));
        updates.forEach(update -> update.accumulator.trim(groupLimit));
    }
}
