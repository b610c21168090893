package io.leat.executor.aggregate;

import io.leat.core.batch.Chunk;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Constant;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.operator.OperatorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Aggregates over rows that come and go one by one: the frames of OVER. They are exact, so a row that has gone leaves no
 * trace. Each aggregate has rows of its own, by group number.
 */
public final class FrameAggregates {
    private final List<RowChoice> choices = new ArrayList<>();
    private final List<Accumulator> accumulators = new ArrayList<>();
    private final GroupedRows rows = new GroupedRows();

    /**
     * Aggregates without rows.
     *
     * @param schema the columns of rows
     */
    public FrameAggregates(Schema schema, List<AggregateCall> calls, OperatorContext context) {
        List<Field> fields = new ArrayList<>();
        calls.forEach(call -> fields.add(new Field("a" + fields.size(), call.type())));
        Aggregate plan = new Aggregate(
                new Constant(List.of(), schema),
                List.of(),
                calls,
                Optional.empty(),
                ChangeMode.UPDATING,
                new Schema(fields));
        AccumulatorFactory factory = new AccumulatorFactory(plan, context);
        for (int place = 0; place < calls.size(); place++) {
            choices.add(factory.choice(place));
            accumulators.add(factory.accumulator(place));
        }
    }

    /**
     * Lets rows come (weight 1) or go (weight -1) in one aggregate.
     *
     * @param picks numbers of rows in the chunk, of which those from {@code from} to {@code to - 1} are meant
     */
    public void add(int aggregate, int group, Chunk chunk, int[] picks, int from, int to, long weight) {
        int fits = chunk.size();
        for (int start = from; start < to; start += fits) {
            rows.begin(chunk, group + 1);
            for (int i = start; i < Math.min(to, start + fits); i++) {
                rows.add(picks[i], group, weight);
            }
            accumulators.get(aggregate).update(choices.get(aggregate).of(rows));
        }
    }

    /**
     * Appends what an aggregate is now.
     *
     * @throws io.leat.core.error.LeatException if it does not fit its type
     */
    public void append(int aggregate, int group, ColumnBuilder into) {
        accumulators.get(aggregate).result(group, into);
    }

    /** Forgets a group in all aggregates. */
    public void clear(int group) {
        accumulators.forEach(accumulator -> accumulator.clear(group));
    }

    /** Gives memory back when all groups in use are below the limit. */
    public void trim(int groupLimit) {
        accumulators.forEach(accumulator -> accumulator.trim(groupLimit));
    }
}
