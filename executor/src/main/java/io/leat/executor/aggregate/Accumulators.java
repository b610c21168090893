package io.leat.executor.aggregate;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.executor.operator.ExpressionErrors;
import io.leat.executor.operator.OperatorContext;
import java.util.ArrayList;
import java.util.List;

/** All aggregates of a grouping. */
final class Accumulators {
    private final List<RowChoice> choices = new ArrayList<>();
    private final List<Accumulator> accumulators = new ArrayList<>();
    private final Aggregate plan;

    Accumulators(Aggregate plan, OperatorContext context) {
        this.plan = plan;
        AccumulatorFactory factory = new AccumulatorFactory(plan, context);
        for (int place = 0; place < plan.calls().size(); place++) {
            choices.add(factory.choice(place));
            accumulators.add(factory.accumulator(place));
        }
    }

    /** A builder for rows of results. */
    ChunkBuilder newBuilder(int rows) {
        return new ChunkBuilder(plan.calls().stream().map(AggregateCall::type).toList(), rows);
    }

    /** Takes rows in. */
    void update(GroupedRows rows) {
        for (int i = 0; i < accumulators.size(); i++) {
            accumulators.get(i).update(choices.get(i).of(rows));
        }
    }

    /**
     * Adds a group's row of results; if it cannot be computed, a row of NULLs instead, once the error is dealt with.
     *
     * @return whether it could be computed
     */
    boolean addResults(int group, ChunkBuilder into, ExpressionErrors errors) {
        try {
            for (int i = 0; i < accumulators.size(); i++) {
                accumulators.get(i).result(group, into.column(i));
            }
            into.endRow(1);
            return true;
        } catch (LeatException error) {
            if (error.code() == ErrorCode.INTERNAL) {
                throw error;
            }
            errors.failed(error);
            into.discardRow();
            addNothing(into);
            return false;
        }
    }

    /** Adds a row of NULLs in the place of one that there is not. */
    void addNothing(ChunkBuilder into) {
        for (int i = 0; i < accumulators.size(); i++) {
            into.column(i).appendNull();
        }
        into.endRow(1);
    }

    /** Forgets a group. */
    void clear(int group) {
        choices.forEach(choice -> choice.clear(group));
        accumulators.forEach(accumulator -> accumulator.clear(group));
    }

    /** Gives memory back when all groups in use are below the limit. */
    void trim(int groupLimit) {
        choices.forEach(choice -> choice.trim(groupLimit));
        accumulators.forEach(accumulator -> accumulator.trim(groupLimit));
    }
}
