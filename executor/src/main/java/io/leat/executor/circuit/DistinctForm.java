package io.leat.executor.circuit;

import io.leat.core.batch.JavaValues;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.PartialForm;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Union;
import io.leat.core.type.DataType;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An aggregate with COUNT(DISTINCT ...) in parts, so that one group's values are remembered on all shards: for each list of
 * arguments a grouping whose rows are spread by keys and arguments, and a partial aggregate for everything else. What they
 * give are partial rows, which are merged where the group is.
 *
 * @param plain the partial aggregate of the calls without DISTINCT
 * @param counts the groupings that count different values
 */
record DistinctForm(PartialAggregate plain, List<Counts> counts, Aggregate merging) {

    /**
     * A grouping that counts different values.
     *
     * @param spread the columns by whose hash its input must be spread
     * @param partial its output as partial rows
     */
    record Counts(Aggregate grouping, List<Integer> spread, Project partial) {}

    /** The form of an aggregate; empty if it has none. */
    static Optional<DistinctForm> of(Aggregate whole) {
        Map<List<Integer>, List<AggregateCall>> distinct = new LinkedHashMap<>();
        List<AggregateCall> plain = new ArrayList<>();
        for (AggregateCall call : whole.calls()) {
            if (isDistinctCount(call)) {
                distinct.computeIfAbsent(call.arguments(), arguments -> new ArrayList<>())
                        .add(call);
            } else {
                plain.add(call);
            }
        }
        boolean exists = !whole.merges()
                && !distinct.isEmpty()
                && PartialForm.exists(whole.input().schema(), whole.keys(), plain, whole.inputChanges());
        return exists ? Optional.of(of(whole, plain, distinct)) : Optional.empty();
    }

    private static boolean isDistinctCount(AggregateCall call) {
        return call.distinct()
                && call.function() == AggregateFunction.COUNT
                && !call.arguments().isEmpty();
    }

    private static DistinctForm of(
            Aggregate whole, List<AggregateCall> plain, Map<List<Integer>, List<AggregateCall>> distinct) {
        int keys = whole.keys().size();
        List<AggregateCall> ordered = new ArrayList<>(plain);
        distinct.values().forEach(ordered::addAll);
        PartialAggregate lower = PartialForm.partial(whole.input(), whole.keys(), plain);
        Schema schema = PartialForm.partial(whole.input(), whole.keys(), withoutDistinct(ordered))
                .schema();
        List<Counts> counts = new ArrayList<>();
        List<Plan> parts = new ArrayList<>();
        parts.add(padded(lower, keys, 0, lower.schema().size(), schema));
        int place = lower.schema().size();
        for (Map.Entry<List<Integer>, List<AggregateCall>> entry : distinct.entrySet()) {
            Aggregate grouping = grouping(whole, entry.getValue());
            Project partial = padded(
                    grouping, keys, place - keys, place + entry.getValue().size(), schema);
            List<Integer> spread = new ArrayList<>(whole.keys());
            entry.getKey().stream().filter(column -> !spread.contains(column)).forEach(spread::add);
            counts.add(new Counts(grouping, spread, partial));
            parts.add(partial);
            place += entry.getValue().size();
        }
        return new DistinctForm(lower, counts, merging(whole, ordered, new Union(parts, schema)));
    }

    private static List<AggregateCall> withoutDistinct(List<AggregateCall> calls) {
        return calls.stream()
                .map(call ->
                        new AggregateCall(call.function(), call.arguments(), false, call.filterColumn(), call.type()))
                .toList();
    }

    private static Aggregate grouping(Aggregate whole, List<AggregateCall> calls) {
        List<Field> fields =
                new ArrayList<>(whole.input().schema().select(whole.keys()).fields());
        calls.forEach(call -> fields.add(new Field("$" + fields.size(), call.type())));
        return new Aggregate(
                whole.input(), whole.keys(), calls, whole.closing(), whole.inputChanges(), new Schema(fields));
    }

    /**
     * Keys, and columns of a part where they belong among all partial columns; the others add nothing.
     *
     * @param shift how many places the columns after the keys move
     * @param end the place behind the last of them
     */
    private static Project padded(Plan part, int keys, int shift, int end, Schema schema) {
        List<Expression> columns = new ArrayList<>();
        for (int place = 0; place < schema.size(); place++) {
            int from = place < keys ? place : place - shift;
            boolean there = place < keys || from >= keys && place < end;
            columns.add(there ? new ColumnReference(from, part.schema().type(from)) : nothing(schema.type(place)));
        }
        return new Project(part, columns, schema);
    }

    /** What adds nothing to a merged column. */
    private static Literal nothing(DataType type) {
        return new Literal(type.nullable() ? null : JavaValues.fromLong(type, 0), type);
    }

    private static Aggregate merging(Aggregate whole, List<AggregateCall> ordered, Plan partials) {
        int keys = whole.keys().size();
        List<AggregateCall> merged = PartialForm.merging(withoutDistinct(ordered), keys);
        List<AggregateCall> calls = new ArrayList<>();
        List<AggregateCall> left = new ArrayList<>(ordered);
        for (AggregateCall call : whole.calls()) {
            int place = left.indexOf(call);
            calls.add(merged.get(place));
            left.set(place, null);
        }
        return new Aggregate(
                partials,
                IntStream.range(0, keys).boxed().toList(),
                calls,
                whole.closing(),
                whole.inputChanges(),
                keys,
                whole.schema());
    }
}
