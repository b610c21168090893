package io.leat.executor.aggregate;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.type.DataType;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.BytesValues;
import io.leat.executor.state.GroupValues;
import io.leat.executor.state.LongValues;
import io.leat.executor.state.OrderedIndex;
import io.leat.executor.state.StateKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the accumulators of a grouping and reads the aggregates' results from them. What several aggregates need is kept
 * once: SUM and AVG of one column share their sum, aggregates with one FILTER share the count of its rows. The state of each
 * has what it is in its name.
 */
final class AccumulatorFactory {
    private final Aggregate plan;
    private final List<DataType> inputTypes;
    private final OperatorContext context;
    private final LongValues groupRows;
    private final Accumulators into;
    private final RowChoiceFactory choices;
    private final Map<String, Accumulator> accumulators = new HashMap<>();
    private final Map<String, Counts> counts = new HashMap<>();

    /** A factory that adds to the accumulators; the rows of each group are counted by somebody else. */
    AccumulatorFactory(Aggregate plan, OperatorContext context, LongValues groupRows, Accumulators into) {
        this.plan = plan;
        this.inputTypes = plan.input().schema().types();
        this.context = context;
        this.groupRows = groupRows;
        this.into = into;
        this.choices = new RowChoiceFactory(plan, context, into);
    }

    /** What reads the result of an aggregate. */
    AggregateResult result(AggregateCall call) {
        return switch (call.function()) {
            case COUNT -> counts(call)::append;
            case SUM, SUM_OR_ZERO, AVG -> sum(call);
            case MIN, MAX -> extreme(call);
            case SINGLE_VALUE -> single(call);
        };
    }

    /** How many rows count for an aggregate. */
    private Counts counts(AggregateCall call) {
        String name = choices.name(call);
        Counts known = counts.get(name);
        if (known == null) {
            boolean own = choices.isDistinct(call) || plan.merges();
            known = own ? ownCounts(call, name) : plainCounts(call, name);
            counts.put(name, known);
        }
        return known;
    }

    /** Counts that say nothing about the rows of a filter: of distinct values, or of what partial rows stand for. */
    private Counts ownCounts(AggregateCall call, String name) {
        LongValues rows = longs(name + " count");
        CountAccumulator count = new CountAccumulator(rows);
        into.add(choices.of(call), plan.merges() ? merging(call, count) : count);
        return new Counts(rows, longs("nothing"));
    }

    private static Accumulator merging(AggregateCall call, CountAccumulator count) {
        return switch (call.function()) {
            case COUNT -> new MergingCount(call.arguments().get(0), count);
            case SUM, SUM_OR_ZERO, AVG -> new MergingCount(call.arguments().get(1), count);
            default -> count;
        };
    }

    private Counts plainCounts(AggregateCall call, String name) {
        LongValues rows = filterRows(call.filterColumn());
        LongValues nulls = longs(name + " nulls");
        if (!call.arguments().isEmpty()) {
            into.add(choices.filter(call.filterColumn()), new NullAccumulator(call.arguments(), nulls));
        }
        return new Counts(rows, nulls);
    }

    private LongValues filterRows(int filterColumn) {
        if (filterColumn == AggregateCall.NO_FILTER) {
            return groupRows;
        }
        LongValues rows = longs("filter " + filterColumn + " count");
        shared("filter " + filterColumn, () -> {
            CountAccumulator count = new CountAccumulator(rows);
            into.add(choices.filter(filterColumn), count);
            return count;
        });
        return rows;
    }

    private AggregateResult sum(AggregateCall call) {
        DataType type = argumentType(call);
        String name = choices.name(call);
        Counts count = counts(call);
        return switch (type.layout()) {
            case DOUBLE -> shared(name + " sum", () -> doubleSum(call, name)).result(call, count);
            case OBJECT -> shared(name + " sum", () -> decimalSum(call, name)).result(new NumberResult(call), count);
            default ->
                shared(name + " sum", () -> longSum(call, name)).result(new NumberResult(call), count, type.scale());
        };
    }

    private DoubleSumAccumulator doubleSum(AggregateCall call, String name) {
        DoubleSumAccumulator sum =
                new DoubleSumAccumulator(call.arguments().get(0), open(name + " sum", DoubleSums.kind()));
        into.add(choices.of(call), sum);
        return sum;
    }

    private DecimalSumAccumulator decimalSum(AggregateCall call, String name) {
        DecimalSumAccumulator sum = new DecimalSumAccumulator(
                call.arguments().get(0), argumentType(call).scale(), longs(name + " sum"));
        into.add(choices.of(call), sum);
        return sum;
    }

    private LongSumAccumulator longSum(AggregateCall call, String name) {
        LongSumAccumulator sum =
                new LongSumAccumulator(call.arguments().get(0), longs(name + " low"), longs(name + " high"));
        into.add(choices.of(call), sum);
        return sum;
    }

    private AggregateResult extreme(AggregateCall call) {
        boolean least = call.function() == AggregateFunction.MIN;
        OrderedType type = new OrderedType(argumentType(call), call.function().name());
        int column = call.arguments().get(0);
        String name = choices.name(call);
        if (plan.inputChanges() == ChangeMode.UPDATING) {
            return shared(name + " values", () -> {
                        OrderedIndex values = open(name + " values", OrderedIndex.kind());
                        ExtremeAccumulator extremes = new ExtremeAccumulator(column, type, values);
                        into.add(choices.of(call), extremes);
                        return extremes;
                    })
                    .result(least);
        }
        Counts count = counts(call);
        String best = name + (least ? " least" : " greatest");
        return shared(best, () -> {
                    GrowingExtremeAccumulator extreme = new GrowingExtremeAccumulator(
                            column, type, least, longs(best), open(best + " text", BytesValues.kind()));
                    into.add(choices.of(call), extreme);
                    return extreme;
                })
                .result(count);
    }

    private AggregateResult single(AggregateCall call) {
        String name = choices.name(call) + " single";
        return shared(name, () -> {
            GroupValues values = open(name, GroupValues.kind(inputTypes, call.arguments()));
            SingleValueAccumulator single =
                    new SingleValueAccumulator(argumentType(call), longs(name + " count"), values);
            into.add(choices.of(call), single);
            return single;
        });
    }

    /** The accumulator of that name, made if there is none. */
    @SuppressWarnings("unchecked") // one name is used for one class only
    private <A extends Accumulator> A shared(String name, java.util.function.Supplier<A> make) {
        Optional<Accumulator> known = Optional.ofNullable(accumulators.get(name));
        if (known.isEmpty()) {
            accumulators.put(name, make.get());
        }
        return (A) accumulators.get(name);
    }

    private DataType argumentType(AggregateCall call) {
        return inputTypes.get(call.arguments().get(0));
    }

    private LongValues longs(String name) {
        return open(name, LongValues.kind());
    }

    private <S extends io.leat.executor.state.State> S open(String name, StateKind<S> kind) {
        return context.open(name, kind);
    }
}
