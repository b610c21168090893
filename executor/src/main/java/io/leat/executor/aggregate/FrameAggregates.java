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
import io.leat.executor.state.LongValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Aggregates over rows that come and go one by one: the frames of OVER. They are exact, so a row that has gone leaves no
 * trace. Each aggregate has rows of its own, by group number.
 */
public final class FrameAggregates {
    private final List<FrameAggregate> aggregates = new ArrayList<>();

    /**
     * Aggregates without rows.
     *
     * @param schema the columns of rows
     */
    public FrameAggregates(Schema schema, List<AggregateCall> calls, OperatorContext context) {
        for (AggregateCall call : calls) {
            aggregates.add(new FrameAggregate(schema, call, context, aggregates.size()));
        }
    }

    /** One of them, with a state of its own. */
    private static final class FrameAggregate {
        private final LongValues counts;
        private final CountAccumulator counter;
        private final Accumulators accumulators;
        private final GroupedRows rows = new GroupedRows();
        private final int[] group = new int[1];

        FrameAggregate(Schema schema, AggregateCall call, OperatorContext context, int place) {
            Aggregate plan = new Aggregate(
                    new Constant(List.of(), schema),
                    List.of(),
                    List.of(call),
                    Optional.empty(),
                    ChangeMode.UPDATING,
                    new Schema(List.of(new Field("result", call.type()))));
            OperatorContext own = new OperatorContext(
                    context.operator() + " frame " + place,
                    context.store(),
                    context.errors(),
                    context.lateRows(),
                    context.chunkRows());
            this.counts = own.open("rows", LongValues.kind());
            this.counter = new CountAccumulator(counts);
            this.accumulators = new Accumulators(plan, own, counts);
        }

        void add(int number, Chunk chunk, int[] picks, int from, int to, long weight) {
            rows.begin(chunk, number + 1);
            for (int i = from; i < to; i++) {
                rows.add(picks[i], number, weight);
            }
            counter.update(rows);
            accumulators.update(rows);
        }

        void append(int number, ColumnBuilder into) {
            group[0] = number;
            accumulators.result(0).append(group, 0, 1, into);
        }

        void clear(int number) {
            counter.clear(number);
            accumulators.clear(number);
        }

        void trim(int limit) {
            counter.trim(limit);
            accumulators.trim(limit);
        }
    }

    /**
     * Lets rows come (weight 1) or go (weight -1) in one aggregate.
     *
     * @param picks numbers of rows in the chunk, ascending, of which those from {@code from} to {@code to - 1} are meant
     */
    public void add(int aggregate, int group, Chunk chunk, int[] picks, int from, int to, long weight) {
        int fits = chunk.size();
        for (int start = from; start < to; start += fits) {
            aggregates.get(aggregate).add(group, chunk, picks, start, Math.min(to, start + fits), weight);
        }
    }

    /**
     * Appends what an aggregate is now.
     *
     * @throws io.leat.core.error.LeatException if it does not fit its type
     */
    public void append(int aggregate, int group, ColumnBuilder into) {
        aggregates.get(aggregate).append(group, into);
    }

    /** Forgets a group in all aggregates. */
    public void clear(int group) {
        aggregates.forEach(aggregate -> aggregate.clear(group));
    }

    /** Gives memory back when all groups in use are below the limit. */
    public void trim(int groupLimit) {
        aggregates.forEach(aggregate -> aggregate.trim(groupLimit));
    }
}
