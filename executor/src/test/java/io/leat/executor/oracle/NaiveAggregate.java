package io.leat.executor.oracle;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A grouping by making the list of all rows of each group. */
final class NaiveAggregate {
    private final Aggregate plan;

    NaiveAggregate(Aggregate plan) {
        this.plan = plan;
    }

    Bag aggregate(Bag input) {
        Map<List<Object>, List<List<Object>>> groups = new LinkedHashMap<>();
        if (plan.keys().isEmpty()) {
            groups.put(List.of(), new ArrayList<>());
        }
        input.rows().forEach((row, weight) -> {
            List<Object> key = Bag.row(plan.keys().stream().map(row::get).toArray());
            List<List<Object>> group = groups.computeIfAbsent(key, k -> new ArrayList<>());
            for (long i = 0; i < weight; i++) {
                group.add(row);
            }
        });
        Bag result = new Bag();
        groups.forEach((key, rows) -> {
            List<Object> output = new ArrayList<>(key);
            plan.calls().forEach(call -> output.add(result(call, rows)));
            result.add(Bag.row(output.toArray()), 1);
        });
        return result;
    }

    private static Object result(AggregateCall call, List<List<Object>> rows) {
        List<List<Object>> arguments = rows.stream()
                .filter(row -> call.filterColumn() == AggregateCall.NO_FILTER
                        || Boolean.TRUE.equals(row.get(call.filterColumn())))
                .map(row -> Bag.row(call.arguments().stream().map(row::get).toArray()))
                .toList();
        return switch (call.function()) {
            case SINGLE_VALUE -> single(arguments);
            case COUNT -> (Object) (long) taken(call, arguments).size();
            default ->
                ofValues(
                        call, taken(call, arguments).stream().map(a -> a.get(0)).toList());
        };
    }

    /** The argument lists that count: no NULL among them, and each once if DISTINCT. */
    private static List<List<Object>> taken(AggregateCall call, List<List<Object>> arguments) {
        var present = arguments.stream().filter(list -> list.stream().allMatch(Objects::nonNull));
        return call.distinct() ? present.distinct().toList() : present.toList();
    }

    private static Object single(List<List<Object>> arguments) {
        if (arguments.size() > 1) {
            throw new IllegalStateException("more than one row where one value is expected");
        }
        return arguments.isEmpty() ? null : arguments.get(0).get(0);
    }

    private static Object ofValues(AggregateCall call, List<Object> values) {
        return switch (call.function()) {
            case SUM -> values.isEmpty() ? null : sum(call, values);
            case SUM_OR_ZERO -> sum(call, values);
            case AVG -> values.isEmpty() ? null : average(call, values);
            case MIN -> values.stream().min(NaiveValues::compare).orElse(null);
            case MAX -> values.stream().max(NaiveValues::compare).orElse(null);
            default -> throw new IllegalStateException("not a function of values: " + call.function());
        };
    }

    private static BigDecimal exactSum(List<Object> values) {
        return values.stream().map(NaiveValues::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Object sum(AggregateCall call, List<Object> values) {
        return NaiveValues.number(call.type(), exactSum(values));
    }

    private static Object average(AggregateCall call, List<Object> values) {
        BigDecimal sum = exactSum(values);
        if (call.type().kind().isApproximate()) {
            return NaiveValues.number(call.type(), new BigDecimal(sum.doubleValue() / values.size()));
        }
        RoundingMode mode = call.type().kind().isInteger() ? RoundingMode.DOWN : RoundingMode.HALF_UP;
        BigDecimal count = BigDecimal.valueOf(values.size());
        return NaiveValues.number(call.type(), sum.divide(count, call.type().scale(), mode));
    }
}
