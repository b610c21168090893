package io.leat.executor.over;

import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.executor.aggregate.FrameAggregates;
import io.leat.executor.operator.OperatorContext;
import java.util.ArrayList;
import java.util.List;

/** The functions of an operator: what is kept for them, and how each is computed over a sequence. */
final class OverFunctions {
    private final Over plan;
    private final Arrangement arrangement;
    /** The aggregates of whole partitions, by their numbers. */
    private final FrameAggregates kept;
    /** The aggregates of frames that move along; empty between ticks. */
    private final FrameAggregates passing;

    OverFunctions(Over plan, Arrangement arrangement, OperatorContext context) {
        this.plan = plan;
        this.arrangement = arrangement;
        List<Field> fields = new ArrayList<>();
        arrangement.types().forEach(type -> fields.add(new Field("c" + fields.size(), type)));
        Schema schema = new Schema(fields);
        OperatorContext ofTick = new OperatorContext(
                context.operator() + " passing",
                context.store(),
                context.errors(),
                context.lateRows(),
                context.chunkRows());
        List<AggregateCall> calls =
                plan.calls().stream().map(this::aggregateCall).toList();
        this.kept = new FrameAggregates(schema, calls, context);
        this.passing = new FrameAggregates(schema, calls, ofTick);
    }

    private AggregateCall aggregateCall(OverCall call) {
        return new AggregateCall(aggregateFunction(call), arguments(call), false, AggregateCall.NO_FILTER, call.type());
    }

    /** Functions that are no aggregates have a place among them, for which nothing is ever kept. */
    private static AggregateFunction aggregateFunction(OverCall call) {
        return switch (call.function()) {
            case SUM -> AggregateFunction.SUM;
            case SUM_OR_ZERO -> AggregateFunction.SUM_OR_ZERO;
            case AVG -> AggregateFunction.AVG;
            case MIN -> AggregateFunction.MIN;
            case MAX -> AggregateFunction.MAX;
            default -> AggregateFunction.COUNT;
        };
    }

    private List<Integer> arguments(OverCall call) {
        return call.arguments().stream().map(arrangement::place).toList();
    }

    /** The types of the results. */
    List<DataType> types() {
        return plan.calls().stream().map(OverCall::type).toList();
    }

    /**
     * The functions over a sequence.
     *
     * @param withdrawn whether the rows of the sequence are among what is kept, and to be taken out of it
     */
    List<FrameFunction> over(int partition, Sequence sequence, boolean withdrawn) {
        List<FrameFunction> functions = new ArrayList<>();
        for (int i = 0; i < plan.calls().size(); i++) {
            functions.add(function(i, partition, sequence, withdrawn));
        }
        return functions;
    }

    private FrameFunction function(int index, int partition, Sequence sequence, boolean withdrawn) {
        OverCall call = plan.calls().get(index);
        return switch (call.function()) {
            case ROW_NUMBER, RANK, DENSE_RANK -> new RankingFunction(call.function(), sequence);
            case SHIFTED, FIRST_VALUE, LAST_VALUE -> new ValueFunction(call, arguments(call), sequence);
            default -> running(index, call, partition, sequence, withdrawn);
        };
    }

    private RunningFunction running(int index, OverCall call, int partition, Sequence sequence, boolean withdrawn) {
        FrameAggregates aggregates = call.frame().isFromStart() ? kept : passing;
        RunningFunction function = new RunningFunction(aggregates, index, partition, call.frame(), sequence);
        if (withdrawn) {
            function.withdraw();
        }
        return function;
    }

    /** Takes the rows of a sequence out of what is kept. */
    void withdraw(int partition, Sequence sequence) {
        for (int i = 0; i < plan.calls().size(); i++) {
            function(i, partition, sequence, true);
        }
    }

    /** Forgets a partition. */
    void clear(int partition) {
        kept.clear(partition);
    }

    /** Gives memory back when all partitions in use are below the limit. */
    void trim(int limit) {
        kept.trim(limit);
        passing.trim(0);
    }
}
