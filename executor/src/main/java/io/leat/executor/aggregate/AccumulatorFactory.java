package io.leat.executor.aggregate;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.type.DataType;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.GroupValues;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.ObjectValues;
import io.leat.executor.state.OrderedIndex;
import io.leat.executor.state.State;
import io.leat.executor.state.StateKind;
import java.util.List;

/** Makes the accumulators of a grouping; the state of each has the aggregate's place in its name. */
final class AccumulatorFactory {
    private static final long BYTES_PER_SUM = 96;
    private static final long BYTES_PER_DECIMAL = 80;
    private static final long BYTES_PER_STRING = 40;

    private final Aggregate plan;
    private final List<DataType> inputTypes;
    private final OperatorContext context;

    AccumulatorFactory(Aggregate plan, OperatorContext context) {
        this.plan = plan;
        this.inputTypes = plan.input().schema().types();
        this.context = context;
    }

    /** The accumulator of the aggregate at a place. */
    Accumulator accumulator(int place) {
        AggregateCall call = plan.calls().get(place);
        return switch (call.function()) {
            case COUNT -> count(call, place);
            case SUM, SUM_OR_ZERO, AVG -> sum(call, place);
            case MIN, MAX -> extreme(call, place);
            case SINGLE_VALUE ->
                new SingleValueAccumulator(argumentType(call), longs(place, "counts"), values(call, place, "values"));
        };
    }

    /** The choice of rows for the aggregate at a place. For MIN and MAX, DISTINCT changes nothing. */
    RowChoice choice(int place) {
        AggregateCall call = plan.calls().get(place);
        boolean distinct =
                call.distinct() && call.function() != AggregateFunction.MIN && call.function() != AggregateFunction.MAX;
        return new RowChoice(call, distinct ? values(call, place, "distinct") : null);
    }

    private Accumulator count(AggregateCall call, int place) {
        CountAccumulator count = new CountAccumulator(longs(place, "counts"));
        return plan.merges() ? new MergingCount(call.arguments().get(0), count) : count;
    }

    private Accumulator sum(AggregateCall call, int place) {
        LongValues counts = longs(place, "counts");
        Accumulator sum = sum(call, place, counts);
        return plan.merges() ? new MergingSum(call.arguments().get(1), sum, counts) : sum;
    }

    private Accumulator sum(AggregateCall call, int place, LongValues counts) {
        DataType type = argumentType(call);
        return switch (type.layout()) {
            case DOUBLE ->
                new DoubleSumAccumulator(call, counts, open(place, "sums", ObjectValues.kind(BYTES_PER_SUM)));
            case OBJECT ->
                new DecimalSumAccumulator(
                        call.arguments().get(0),
                        new NumberResult(call),
                        counts,
                        open(place, "sums", ObjectValues.kind(BYTES_PER_DECIMAL)));
            default ->
                new LongSumAccumulator(
                        call.arguments().get(0),
                        type.scale(),
                        new NumberResult(call),
                        counts,
                        longs(place, "low"),
                        longs(place, "high"));
        };
    }

    private Accumulator extreme(AggregateCall call, int place) {
        int column = call.arguments().get(0);
        OrderedType type = new OrderedType(argumentType(call), call.function().name());
        boolean least = call.function() == AggregateFunction.MIN;
        if (plan.inputChanges() == ChangeMode.UPDATING) {
            return new ExtremeAccumulator(column, type, least, open(place, "values", OrderedIndex.kind()));
        }
        return new GrowingExtremeAccumulator(
                column,
                type,
                least,
                longs(place, "counts"),
                longs(place, "numbers"),
                open(place, "strings", ObjectValues.kind(BYTES_PER_STRING)));
    }

    private DataType argumentType(AggregateCall call) {
        return inputTypes.get(call.arguments().get(0));
    }

    private LongValues longs(int place, String name) {
        return open(place, name, LongValues.kind());
    }

    private GroupValues values(AggregateCall call, int place, String name) {
        return open(place, name, GroupValues.kind(inputTypes, call.arguments()));
    }

    private <S extends State> S open(int place, String name, StateKind<S> kind) {
        return context.open(place + "." + name, kind);
    }
}
