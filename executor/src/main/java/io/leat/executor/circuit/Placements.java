package io.leat.executor.circuit;

import io.leat.core.expression.ColumnReference;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Over;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import io.leat.executor.shard.Distribution;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows each kind of operator must have together on one shard. A kind that is not in the table works on one shard
 * alone.
 */
final class Placements {
    /** Says, from how the inputs of a plan are spread, how they must be. */
    private interface Rule<P extends Plan> {
        Placement of(P plan, List<Distribution> inputs);
    }

    private static final Map<Class<? extends Plan>, Rule<Plan>> RULES = rules();

    private Placements() {}

    private static Map<Class<? extends Plan>, Rule<Plan>> rules() {
        Map<Class<? extends Plan>, Rule<Plan>> rules = new HashMap<>();
        put(rules, Scan.class, (scan, inputs) -> anywhere(inputs.get(0), moved(inputs.get(0), scan.columns())));
        put(rules, Filter.class, (filter, inputs) -> anywhere(inputs.get(0), inputs.get(0)));
        put(rules, ProcessingTime.class, (timed, inputs) -> anywhere(inputs.get(0), inputs.get(0)));
        put(rules, Window.class, (window, inputs) -> anywhere(inputs.get(0), inputs.get(0)));
        put(rules, OnTime.class, (onTime, inputs) -> anywhere(inputs.get(0), inputs.get(0)));
        put(rules, Panes.class, (panes, inputs) -> anywhere(inputs.get(0), paned(panes, inputs.get(0))));
        put(
                rules,
                PartialAggregate.class,
                (partial, inputs) -> anywhere(inputs.get(0), moved(inputs.get(0), partial.keys())));
        put(rules, Project.class, (project, inputs) -> anywhere(inputs.get(0), projected(project, inputs.get(0))));
        put(rules, Union.class, (union, inputs) -> new Placement(inputs, union(inputs)));
        put(rules, Distinct.class, (distinct, inputs) -> equalRows(distinct, inputs.get(0)));
        put(rules, EmitFinal.class, (emitFinal, inputs) -> equalRows(emitFinal, inputs.get(0)));
        put(rules, Session.class, (session, inputs) -> grouped(inputs.get(0), session.keys()));
        put(rules, Rank.class, (rank, inputs) -> grouped(inputs.get(0), rank.partition()));
        put(rules, Over.class, (over, inputs) -> grouped(inputs.get(0), over.partition()));
        put(rules, Aggregate.class, Placements::aggregate);
        put(rules, Join.class, Placements::join);
        put(rules, LookupJoin.class, Placements::lookupJoin);
        return Collections.unmodifiableMap(rules);
    }

    private static <P extends Plan> void put(
            Map<Class<? extends Plan>, Rule<Plan>> rules, Class<P> kind, Rule<P> rule) {
        rules.put(kind, (plan, inputs) -> rule.of(kind.cast(plan), inputs));
    }

    /** Where the rows of a plan must be, when its inputs are spread as given. */
    static Placement of(Plan plan, List<Distribution> inputs) {
        return RULES.getOrDefault(plan.getClass(), (any, given) -> onOneShard(given))
                .of(plan, inputs);
    }

    private static Placement onOneShard(List<Distribution> inputs) {
        return new Placement(inputs.stream().map(input -> Distribution.SINGLE).toList(), Distribution.SINGLE);
    }

    private static Placement anywhere(Distribution input, Distribution output) {
        return new Placement(List.of(input), output);
    }

    /** A relation of which some columns are taken. */
    private static Distribution moved(Distribution input, List<Integer> columns) {
        return input.moved(columns::indexOf);
    }

    /** Times and arrivals are no longer what they were. */
    private static Distribution paned(Panes panes, Distribution input) {
        return input.moved(column ->
                column == panes.timeColumn() || column == panes.arrivalColumn().orElse(-1) ? -1 : column);
    }

    private static Distribution projected(Project project, Distribution input) {
        List<Integer> sources = project.expressions().stream()
                .map(expression -> expression instanceof ColumnReference column ? column.index() : -1)
                .toList();
        return moved(input, sources);
    }

    private static Distribution union(List<Distribution> inputs) {
        return inputs.stream().reduce(Distribution::or).orElse(Distribution.SINGLE);
    }

    /** Equal rows must meet. */
    private static Placement equalRows(Plan plan, Distribution input) {
        Distribution together = input.keepsEqualRowsTogether()
                ? input
                : Distribution.byAll(plan.schema().size());
        return anywhere(together, together);
    }

    /** Rows with equal keys must meet; all of them without keys. */
    private static Placement grouped(Distribution input, List<Integer> keys) {
        Distribution together = together(input, keys);
        return anywhere(together, together);
    }

    private static Distribution together(Distribution input, Collection<Integer> keys) {
        return input.keepsTogether(keys) ? input : Distribution.by(List.copyOf(keys));
    }

    private static Placement aggregate(Aggregate aggregate, List<Distribution> inputs) {
        Distribution together = together(inputs.get(0), aggregate.keys());
        return anywhere(together, moved(together, aggregate.keys()));
    }

    /** Rows with equal keys must meet; what one side is spread by already is good for the other. */
    private static Placement join(Join join, List<Distribution> inputs) {
        List<Distribution> sides = sides(join.leftKeys(), join.rightKeys(), inputs);
        return sides.get(0).isSingle()
                ? onOneShard(inputs)
                : new Placement(sides, joined(join, sides.get(0), sides.get(1)));
    }

    /** Left rows pass, with columns of the right behind theirs. */
    private static Placement lookupJoin(LookupJoin join, List<Distribution> inputs) {
        List<Distribution> sides = sides(join.leftKeys(), join.rightKeys(), inputs);
        return sides.get(0).isSingle() ? onOneShard(inputs) : new Placement(sides, sides.get(0));
    }

    private static List<Distribution> sides(
            List<Integer> leftKeys, List<Integer> rightKeys, List<Distribution> inputs) {
        Distribution left = inputs.get(0);
        Distribution right = inputs.get(1);
        if (leftKeys.isEmpty() || left.isSingle() && right.isSingle()) {
            return List.of(Distribution.SINGLE, Distribution.SINGLE);
        }
        List<Integer> places = left.within(leftKeys)
                .map(columns -> places(columns, leftKeys))
                .or(() -> right.within(rightKeys).map(columns -> places(columns, rightKeys)))
                .orElseGet(() -> places(leftKeys, leftKeys));
        return List.of(matching(left, places, leftKeys), matching(right, places, rightKeys));
    }

    private static List<Integer> places(List<Integer> columns, List<Integer> keys) {
        return columns.stream().map(keys::indexOf).toList();
    }

    /** Spread by the keys at these places, which it may be already. */
    private static Distribution matching(Distribution side, List<Integer> places, List<Integer> keys) {
        List<Integer> columns = places.stream().map(keys::get).toList();
        return side.hashed().contains(columns) ? side : Distribution.by(columns);
    }

    /** Columns of a side are where they belong unless the side may be filled with NULLs. */
    private static Distribution joined(Join join, Distribution left, Distribution right) {
        int leftColumns = join.left().schema().size();
        boolean leftOnly = join.kind() == Join.Kind.SEMI || join.kind() == Join.Kind.ANTI;
        Optional<Distribution> byLeft = join.kind().keepsRight() ? Optional.empty() : Optional.of(left);
        Optional<Distribution> byRight = leftOnly || join.kind().keepsLeft()
                ? Optional.empty()
                : Optional.of(right.moved(column -> column + leftColumns));
        return byLeft.map(one -> byRight.map(one::and).orElse(one))
                .or(() -> byRight)
                .orElse(Distribution.ANY);
    }
}
