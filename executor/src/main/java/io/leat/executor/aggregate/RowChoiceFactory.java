package io.leat.executor.aggregate;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.type.DataType;
import io.leat.executor.operator.OperatorContext;
import io.leat.executor.state.DistinctValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the choices of rows that a grouping's aggregates count, one for all that count the same rows. */
final class RowChoiceFactory {
    private final Aggregate plan;
    private final OperatorContext context;
    private final Accumulators into;
    private final Map<Integer, RowChoice> filters = new HashMap<>();
    private final Map<String, RowChoice> choices = new HashMap<>();

    RowChoiceFactory(Aggregate plan, OperatorContext context, Accumulators into) {
        this.plan = plan;
        this.context = context;
        this.into = into;
    }

    /** The rows of a FILTER. */
    RowChoice filter(int filterColumn) {
        RowChoice known = filters.get(filterColumn);
        if (known == null) {
            known = into.register(new RowChoice.Filtered(filterColumn));
            filters.put(filterColumn, known);
        }
        return known;
    }

    /** The rows that count for an aggregate. */
    RowChoice of(AggregateCall call) {
        if (isDistinct(call)) {
            if (!choices.containsKey(name(call))) {
                makeDistinct(call);
            }
            return choices.get(name(call));
        }
        return counting(call);
    }

    private RowChoice counting(AggregateCall call) {
        RowChoice filtered = filter(call.filterColumn());
        if (call.arguments().isEmpty() || !dropsNulls(call)) {
            return filtered;
        }
        String name = "plain " + name(call);
        RowChoice known = choices.get(name);
        if (known == null) {
            known = into.register(new RowChoice.WithoutNulls(filtered, call.arguments()));
            choices.put(name, known);
        }
        return known;
    }

    /** One table of values for all aggregates that are distinct over the same columns. */
    private void makeDistinct(AggregateCall call) {
        List<AggregateCall> calls = new ArrayList<>();
        for (AggregateCall other : plan.calls()) {
            boolean alike = isDistinct(other)
                    && other.arguments().equals(call.arguments())
                    && dropsNulls(other) == dropsNulls(call);
            boolean repeated = calls.stream().anyMatch(known -> known.filterColumn() == other.filterColumn());
            if (alike && !repeated) {
                calls.add(other);
            }
        }
        List<DataType> types = plan.input().schema().select(call.arguments()).types();
        boolean grows = plan.inputChanges() == ChangeMode.APPEND_ONLY;
        DistinctValues values = context.open(
                "distinct " + call.arguments() + (dropsNulls(call) ? "" : " with nulls"),
                DistinctValues.kind(types, calls.size(), grows));
        DistinctRows rows = new DistinctRows(
                call.arguments(), calls.stream().map(this::counting).toList(), values);
        into.add(rows);
        for (int i = 0; i < calls.size(); i++) {
            choices.put(name(calls.get(i)), into.register(rows.choice(i)));
        }
    }

    /** What tells the rows that count for an aggregate from those that count for others. */
    String name(AggregateCall call) {
        String columns = isDistinct(call)
                ? "distinct " + call.arguments()
                : call.arguments().toString();
        return columns + " filter " + call.filterColumn() + (dropsNulls(call) ? "" : " with nulls");
    }

    /** Whether each value counts once. For MIN and MAX that changes nothing. */
    boolean isDistinct(AggregateCall call) {
        return call.distinct() && call.function() != AggregateFunction.MIN && call.function() != AggregateFunction.MAX;
    }

    private static boolean dropsNulls(AggregateCall call) {
        return call.function() != AggregateFunction.SINGLE_VALUE;
    }
}
