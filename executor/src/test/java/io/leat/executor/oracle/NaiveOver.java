package io.leat.executor.oracle;

import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.Frame;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.OverFunction;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Sort;
import io.leat.core.type.DataType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ranks and functions over neighbouring rows, each computed from the whole sorted partition. */
final class NaiveOver {
    private final List<List<Object>> rows;
    private final Comparator<List<Object>> peers;
    private final List<Sort.Key> order;
    private final List<DataType> types;

    private NaiveOver(List<List<Object>> rows, List<Sort.Key> order, List<DataType> types) {
        this.rows = rows;
        this.order = order;
        this.types = types;
        this.peers = NaiveSort.comparator(order);
        rows.sort(peers.thenComparing(NaiveSort.comparator(allColumns(types.size()))));
    }

    private static List<Sort.Key> allColumns(int count) {
        return IntStream.range(0, count)
                .mapToObj(column -> new Sort.Key(column, false, true))
                .toList();
    }

    static Bag rank(Rank plan, Bag input) {
        Bag result = new Bag();
        for (List<List<Object>> rows : partitions(plan.partition(), input)) {
            NaiveOver partition =
                    new NaiveOver(rows, plan.order(), plan.input().schema().types());
            OverFunction function = OverFunction.valueOf(plan.function().name());
            for (int i = 0; i < rows.size(); i++) {
                long number = partition.number(function, i);
                if (number >= plan.first() && number <= plan.last()) {
                    result.add(plan.numbered() ? with(rows.get(i), List.of(number)) : rows.get(i), 1);
                }
            }
        }
        return result;
    }

    static Bag over(Over plan, Bag input) {
        Bag result = new Bag();
        for (List<List<Object>> rows : partitions(plan.partition(), input)) {
            NaiveOver partition =
                    new NaiveOver(rows, plan.order(), plan.input().schema().types());
            for (int i = 0; i < rows.size(); i++) {
                List<Object> results = new ArrayList<>();
                for (OverCall call : plan.calls()) {
                    results.add(partition.result(call, i));
                }
                result.add(with(rows.get(i), results), 1);
            }
        }
        return result;
    }

    private static List<Object> with(List<Object> row, List<Object> more) {
        List<Object> all = new ArrayList<>(row);
        all.addAll(more);
        return Bag.row(all.toArray());
    }

    /** Every row as often as it is there. */
    private static Collection<List<List<Object>>> partitions(List<Integer> columns, Bag input) {
        Map<List<Object>, List<List<Object>>> partitions = new LinkedHashMap<>();
        input.rows().forEach((row, weight) -> {
            List<Object> key = Bag.row(columns.stream().map(row::get).toArray());
            for (long i = 0; i < weight; i++) {
                partitions.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        });
        return partitions.values();
    }

    private long number(OverFunction function, int row) {
        return switch (function) {
            case RANK ->
                rows.stream()
                                .filter(other -> peers.compare(other, rows.get(row)) < 0)
                                .count()
                        + 1;
            case DENSE_RANK ->
                IntStream.range(0, row)
                                .filter(i -> peers.compare(rows.get(i), rows.get(i + 1)) != 0)
                                .count()
                        + 1;
            default -> row + 1L;
        };
    }

    private Object result(OverCall call, int row) {
        if (call.function().isRanking()) {
            return number(call.function(), row);
        }
        List<List<Object>> frame = IntStream.range(0, rows.size())
                .filter(other -> isInside(call.frame(), row, other))
                .mapToObj(rows::get)
                .toList();
        return switch (call.function()) {
            case SHIFTED -> shifted(call, frame, row);
            case FIRST_VALUE ->
                frame.isEmpty() ? null : frame.get(0).get(call.arguments().get(0));
            case LAST_VALUE ->
                frame.isEmpty()
                        ? null
                        : frame.get(frame.size() - 1).get(call.arguments().get(0));
            default -> {
                AggregateFunction function =
                        AggregateFunction.valueOf(call.function().name());
                yield NaiveAggregate.result(
                        new AggregateCall(function, call.arguments(), false, AggregateCall.NO_FILTER, call.type()),
                        frame);
            }
        };
    }

    private Object shifted(OverCall call, List<List<Object>> frame, int row) {
        if (!frame.isEmpty()) {
            return frame.get(0).get(call.arguments().get(0));
        }
        return call.arguments().size() > 1 ? rows.get(row).get(call.arguments().get(1)) : null;
    }

    private boolean isInside(Frame frame, int row, int other) {
        if (frame.rows()) {
            boolean after = frame.isFromStart() || other >= row + frame.from();
            return after && (frame.isToEnd() || other <= row + frame.to());
        }
        return (frame.isFromStart() || order(row, other, frame.from()) <= 0)
                && (frame.isToEnd() || order(row, other, frame.to()) >= 0);
    }

    /** How a row with a distance added to it compares to another row. */
    private int order(int row, int other, long distance) {
        if (order.isEmpty()) {
            return 0;
        }
        Sort.Key key = order.get(0);
        Object value = rows.get(row).get(key.column());
        Object otherValue = rows.get(other).get(key.column());
        if (distance == 0 || value == null || otherValue == null) {
            return peers.compare(rows.get(row), rows.get(other));
        }
        BigDecimal moved = BigDecimal.valueOf(NaiveValues.millis(types.get(key.column()), value))
                .add(BigDecimal.valueOf(key.descending() ? -distance : distance));
        BigDecimal fixed = BigDecimal.valueOf(NaiveValues.millis(types.get(key.column()), otherValue));
        return key.descending() ? fixed.compareTo(moved) : moved.compareTo(fixed);
    }
}
