package io.leat.executor.oracle;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.PartialAggregate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
            if (plan.merges() && !plan.keys().isEmpty() && count(rows) == 0) {
                return;
            }
            List<Object> output = new ArrayList<>(key);
            plan.calls().forEach(call -> output.add(plan.merges() ? merged(call, rows) : result(call, rows)));
            result.add(Bag.row(output.toArray()), 1);
        });
        return result;
    }

    /** One row a group: its keys, how many rows it has, and its partial results. */
    static Bag partial(PartialAggregate plan, Bag input) {
        List<AggregateCall> calls = new ArrayList<>();
        calls.add(new AggregateCall(AggregateFunction.COUNT, List.of(), false, -1, PartialAggregate.ROWS.type()));
        calls.addAll(plan.calls());
        return new NaiveAggregate(new Aggregate(
                        plan.input(), plan.keys(), calls, Optional.empty(), ChangeMode.UPDATING, plan.schema()))
                .aggregate(input);
    }

    /** A result from partial rows, each with its columns as {@link io.leat.core.plan.PartialForm} lays them. */
    private static Object merged(AggregateCall call, List<List<Object>> rows) {
        List<BigDecimal> firsts = rows.stream()
                .map(row -> row.get(call.arguments().get(0)))
                .filter(Objects::nonNull)
                .map(NaiveValues::exact)
                .toList();
        BigDecimal sum = firsts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (call.function()) {
            case COUNT -> sum.longValueExact();
            case MIN, MAX ->
                ofValues(
                        call,
                        rows.stream()
                                .map(row -> row.get(call.arguments().get(0)))
                                .filter(Objects::nonNull)
                                .toList());
            default ->
                ofSum(
                        call,
                        sum,
                        rows.stream()
                                .mapToLong(
                                        row -> (Long) row.get(call.arguments().get(1)))
                                .sum());
        };
    }

    private static Object ofSum(AggregateCall call, BigDecimal sum, long count) {
        if (count == 0) {
            return call.function() == AggregateFunction.SUM_OR_ZERO ? NaiveValues.number(call.type(), sum) : null;
        }
        return call.function() == AggregateFunction.AVG
                ? average(call, sum, count)
                : NaiveValues.number(call.type(), sum);
    }

    /** What an aggregate is over some rows. */
    static Object result(AggregateCall call, List<List<Object>> rows) {
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

    /** How many rows the partial rows of a group stand for. */
    private long count(List<List<Object>> rows) {
        return rows.stream().mapToLong(row -> (Long) row.get(plan.rowsColumn())).sum();
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
        return average(call, exactSum(values), values.size());
    }

    private static Object average(AggregateCall call, BigDecimal sum, long count) {
        if (call.type().kind().isApproximate()) {
            return NaiveValues.number(call.type(), new BigDecimal(sum.doubleValue() / count));
        }
        RoundingMode mode = call.type().kind().isInteger() ? RoundingMode.DOWN : RoundingMode.HALF_UP;
        BigDecimal divisor = BigDecimal.valueOf(count);
        return NaiveValues.number(call.type(), sum.divide(divisor, call.type().scale(), mode));
    }
}
