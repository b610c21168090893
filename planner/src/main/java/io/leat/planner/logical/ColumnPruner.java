package io.leat.planner.logical;

import io.leat.core.expression.Expression;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.Plan;
import io.leat.core.plan.PlanVisitor;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Sort;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import io.leat.core.type.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Leaves out the columns that nobody above reads, down to the scans, so that state holds no more than it must. */
public final class ColumnPruner implements PlanVisitor<ColumnPruner.Pruned> {
    private final Set<Integer> needed;

    private ColumnPruner(Collection<Integer> needed) {
        this.needed = new TreeSet<>(needed);
    }

    /** A plan with the same result and narrower inputs. */
    public static Plan prune(Plan plan) {
        return plan instanceof Sort sort
                ? new Sort(prune(sort.input()), sort.keys(), sort.offset(), sort.fetch())
                : exactly(plan, Columns.range(0, plan.schema().size()));
    }

    /** A narrower plan and where the columns that it kept are. */
    record Pruned(Plan plan, Map<Integer, Integer> places) {
        int place(int column) {
            return places.get(column);
        }

        List<Integer> places(List<Integer> columns) {
            return columns.stream().map(places::get).toList();
        }

        List<Sort.Key> keys(List<Sort.Key> keys) {
            return keys.stream()
                    .map(key -> new Sort.Key(places.get(key.column()), key.descending(), key.nullsFirst()))
                    .toList();
        }

        Expression move(Expression expression) {
            return ColumnMapping.remap(expression, places::get);
        }
    }

    private static Pruned prune(Plan plan, Collection<Integer> needed) {
        return plan.accept(new ColumnPruner(needed));
    }

    private static Plan exactly(Plan plan, List<Integer> columns) {
        Pruned pruned = prune(plan, columns);
        return Columns.select(pruned.plan(), pruned.places(columns));
    }

    private static Map<Integer, Integer> inOrder(Collection<Integer> columns) {
        Map<Integer, Integer> places = new HashMap<>();
        columns.forEach(column -> places.put(column, places.size()));
        return places;
    }

    private static Set<Integer> with(Collection<Integer> columns, Collection<Integer> more) {
        Set<Integer> all = new TreeSet<>(columns);
        all.addAll(more);
        return all;
    }

    private Set<Integer> below(int width) {
        return with(needed.stream().filter(column -> column < width).toList(), List.of());
    }

    /** The needed columns; the first one if there is none, because a row without columns has no form. */
    private List<Integer> atLeastOne() {
        return needed.isEmpty() ? List.of(0) : List.copyOf(needed);
    }

    @Override
    public Pruned scan(Scan scan) {
        List<Integer> kept = atLeastOne();
        List<Integer> columns = kept.stream().map(scan.columns()::get).toList();
        Scan narrow = new Scan(
                scan.relation(), columns, false, scan.changes(), scan.schema().select(kept));
        return new Pruned(narrow, inOrder(kept));
    }

    @Override
    public Pruned constant(Constant constant) {
        return new Pruned(constant, inOrder(Columns.range(0, constant.schema().size())));
    }

    @Override
    public Pruned filter(Filter filter) {
        Pruned input = prune(filter.input(), with(needed, filter.condition().columns()));
        return new Pruned(new Filter(input.plan(), input.move(filter.condition())), input.places());
    }

    @Override
    public Pruned project(Project project) {
        List<Integer> kept = atLeastOne();
        Set<Integer> read = new TreeSet<>();
        kept.forEach(column -> read.addAll(project.expressions().get(column).columns()));
        Pruned input = prune(project.input(), read);
        List<Expression> expressions = kept.stream()
                .map(column -> input.move(project.expressions().get(column)))
                .toList();
        return new Pruned(
                new Project(input.plan(), expressions, project.schema().select(kept)), inOrder(kept));
    }

    /** Without its column nobody asks what time it is. */
    @Override
    public Pruned processingTime(ProcessingTime processingTime) {
        int width = processingTime.input().schema().size();
        if (!needed.contains(width)) {
            return prune(processingTime.input(), needed);
        }
        Pruned input = prune(processingTime.input(), below(width));
        ProcessingTime narrow = new ProcessingTime(input.plan());
        Map<Integer, Integer> places = new HashMap<>(input.places());
        places.put(width, narrow.schema().size() - 1);
        return new Pruned(narrow, places);
    }

    @Override
    public Pruned window(Window window) {
        Pruned input = windowInput(window.input(), List.of(window.timeColumn()));
        Window narrow = new Window(
                input.plan(),
                window.kind(),
                input.place(window.timeColumn()),
                window.sizeMillis(),
                window.stepMillis(),
                window.offsetMillis(),
                window.lateness());
        return withWindowColumns(narrow, input, window);
    }

    @Override
    public Pruned session(Session session) {
        Pruned input = windowInput(session.input(), with(session.keys(), List.of(session.timeColumn())));
        Session narrow = new Session(
                input.plan(),
                input.place(session.timeColumn()),
                input.places(session.keys()),
                session.gapMillis(),
                session.lateness(),
                session.closing());
        return withWindowColumns(narrow, input, session);
    }

    private Pruned windowInput(Plan input, Collection<Integer> read) {
        return prune(input, with(below(input.schema().size()), read));
    }

    private static Pruned withWindowColumns(Plan narrow, Pruned input, Plan wide) {
        Map<Integer, Integer> places = new HashMap<>(input.places());
        int shift = narrow.schema().size() - wide.schema().size();
        int first = wide.inputs().get(0).schema().size();
        Columns.range(first, wide.schema().size()).forEach(column -> places.put(column, column + shift));
        return new Pruned(narrow, places);
    }

    @Override
    public Pruned panes(Panes panes) {
        List<Integer> all = Columns.range(0, panes.schema().size());
        Plan input = exactly(panes.input(), all);
        return new Pruned(
                new Panes(input, panes.timeColumn(), panes.sizeMillis(), panes.offsetMillis(), panes.arrivalColumn()),
                inOrder(all));
    }

    @Override
    public Pruned onTime(OnTime onTime) {
        List<Integer> all = Columns.range(0, onTime.schema().size());
        Plan input = exactly(onTime.input(), all);
        return new Pruned(
                new OnTime(input, onTime.timeColumn(), onTime.lateness(), onTime.allowanceMillis()), inOrder(all));
    }

    @Override
    public Pruned partialAggregate(PartialAggregate partial) {
        Plan input = exactly(
                partial.input(), Columns.range(0, partial.input().schema().size()));
        return new Pruned(
                new PartialAggregate(input, partial.keys(), partial.calls(), partial.schema()),
                inOrder(Columns.range(0, partial.schema().size())));
    }

    /** The columns that a merging aggregate reads belong together: it keeps them all. */
    private Pruned merging(Aggregate aggregate) {
        Plan input = exactly(
                aggregate.input(), Columns.range(0, aggregate.input().schema().size()));
        Aggregate same = new Aggregate(
                input,
                aggregate.keys(),
                aggregate.calls(),
                aggregate.closing(),
                aggregate.inputChanges(),
                aggregate.rowsColumn(),
                aggregate.schema());
        return new Pruned(same, inOrder(Columns.range(0, aggregate.schema().size())));
    }

    @Override
    public Pruned aggregate(Aggregate aggregate) {
        if (aggregate.merges()) {
            return merging(aggregate);
        }
        int keys = aggregate.keys().size();
        List<Integer> kept = new ArrayList<>(Columns.range(0, keys));
        needed.stream().filter(column -> column >= keys).forEach(kept::add);
        List<AggregateCall> calls = kept.stream()
                .filter(column -> column >= keys)
                .map(column -> aggregate.calls().get(column - keys))
                .toList();
        Set<Integer> read = new TreeSet<>(aggregate.keys());
        calls.forEach(call -> read.addAll(reads(call)));
        Pruned input = prune(aggregate.input(), read);
        List<AggregateCall> moved =
                calls.stream().map(call -> move(call, input)).toList();
        Aggregate narrow = new Aggregate(
                input.plan(),
                input.places(aggregate.keys()),
                moved,
                aggregate.closing(),
                aggregate.inputChanges(),
                aggregate.schema().select(kept));
        return new Pruned(narrow, inOrder(kept));
    }

    private static Collection<Integer> reads(AggregateCall call) {
        boolean filtered = call.filterColumn() != AggregateCall.NO_FILTER;
        return filtered ? with(call.arguments(), List.of(call.filterColumn())) : call.arguments();
    }

    private static AggregateCall move(AggregateCall call, Pruned input) {
        boolean filtered = call.filterColumn() != AggregateCall.NO_FILTER;
        return new AggregateCall(
                call.function(),
                input.places(call.arguments()),
                call.distinct(),
                filtered ? input.place(call.filterColumn()) : AggregateCall.NO_FILTER,
                call.type());
    }

    @Override
    public Pruned distinct(Distinct distinct) {
        List<Integer> all = Columns.range(0, distinct.schema().size());
        return new Pruned(new Distinct(exactly(distinct.input(), all), distinct.closing()), inOrder(all));
    }

    @Override
    public Pruned join(Join join) {
        Sides sides = sides(join.left(), join.right(), join.leftKeys(), join.rightKeys(), join.residual());
        Join narrow = new Join(
                sides.left.plan(),
                sides.right.plan(),
                join.kind(),
                sides.left.places(join.leftKeys()),
                sides.right.places(join.rightKeys()),
                sides.residual,
                join.leftClosing(),
                join.rightClosing(),
                JoinSchema.of(
                        join.kind(),
                        sides.left.plan().schema(),
                        sides.right.plan().schema()));
        return new Pruned(narrow, sides.places);
    }

    @Override
    public Pruned lookupJoin(LookupJoin join) {
        Sides sides = sides(join.left(), join.right(), join.leftKeys(), join.rightKeys(), join.residual());
        LookupJoin narrow = new LookupJoin(
                sides.left.plan(),
                sides.right.plan(),
                join.keepsLeft(),
                sides.left.places(join.leftKeys()),
                sides.right.places(join.rightKeys()),
                sides.residual,
                JoinSchema.of(
                        join.keepsLeft() ? Join.Kind.LEFT : Join.Kind.INNER,
                        sides.left.plan().schema(),
                        sides.right.plan().schema()));
        return new Pruned(narrow, sides.places);
    }

    /** The inputs of a join and where the columns of both together are. */
    private record Sides(Pruned left, Pruned right, Optional<Expression> residual, Map<Integer, Integer> places) {}

    private Sides sides(
            Plan leftPlan,
            Plan rightPlan,
            List<Integer> leftKeys,
            List<Integer> rightKeys,
            Optional<Expression> residual) {
        int width = leftPlan.schema().size();
        Set<Integer> read = new TreeSet<>(needed);
        residual.ifPresent(rest -> read.addAll(rest.columns()));
        Pruned left = prune(leftPlan, with(read.stream().filter(c -> c < width).toList(), leftKeys));
        Pruned right = prune(
                rightPlan,
                with(read.stream().filter(c -> c >= width).map(c -> c - width).toList(), rightKeys));
        Map<Integer, Integer> places = new HashMap<>(left.places());
        int leftWidth = left.plan().schema().size();
        right.places().forEach((column, place) -> places.put(column + width, place + leftWidth));
        return new Sides(left, right, residual.map(rest -> ColumnMapping.remap(rest, places::get)), places);
    }

    @Override
    public Pruned union(Union union) {
        List<Integer> kept = atLeastOne();
        List<Plan> inputs =
                union.inputs().stream().map(input -> exactly(input, kept)).toList();
        return new Pruned(new Union(inputs, union.schema().select(kept)), inOrder(kept));
    }

    @Override
    public Pruned rank(Rank rank) {
        int number = rank.input().schema().size();
        Pruned input = prune(rank.input(), with(below(number), arranging(rank.partition(), rank.order())));
        boolean numbered = rank.numbered() && needed.contains(number);
        Map<Integer, Integer> places = new HashMap<>(input.places());
        Schema schema = input.plan().schema();
        if (numbered) {
            places.put(number, schema.size());
            schema = schema.concat(rank.schema().select(List.of(number)));
        }
        Rank narrow = new Rank(
                input.plan(),
                input.places(rank.partition()),
                input.keys(rank.order()),
                rank.function(),
                rank.first(),
                rank.last(),
                numbered,
                rank.closing(),
                rank.inputChanges(),
                schema);
        return new Pruned(narrow, places);
    }

    private static Set<Integer> arranging(List<Integer> partition, List<Sort.Key> order) {
        return with(partition, order.stream().map(Sort.Key::column).toList());
    }

    @Override
    public Pruned over(Over over) {
        int width = over.input().schema().size();
        List<Integer> kept = Columns.range(0, over.calls().size()).stream()
                .filter(call -> needed.contains(width + call))
                .toList();
        Set<Integer> read = arranging(over.partition(), over.order());
        kept.forEach(call -> read.addAll(over.calls().get(call).arguments()));
        if (kept.isEmpty()) {
            return prune(over.input(), below(width));
        }
        Pruned input = prune(over.input(), with(below(width), read));
        List<OverCall> calls = kept.stream()
                .map(over.calls()::get)
                .map(call -> new OverCall(call.function(), input.places(call.arguments()), call.frame(), call.type()))
                .toList();
        Map<Integer, Integer> places = new HashMap<>(input.places());
        int start = input.plan().schema().size();
        kept.forEach(call -> places.put(width + call, start + kept.indexOf(call)));
        Schema results =
                over.schema().select(kept.stream().map(call -> width + call).toList());
        Over narrow = new Over(
                input.plan(),
                input.places(over.partition()),
                input.keys(over.order()),
                calls,
                over.closing(),
                input.plan().schema().concat(results));
        return new Pruned(narrow, places);
    }

    @Override
    public Pruned emitFinal(EmitFinal emitFinal) {
        List<Integer> all = Columns.range(0, emitFinal.schema().size());
        return new Pruned(new EmitFinal(exactly(emitFinal.input(), all), emitFinal.closing()), inOrder(all));
    }

    @Override
    public Pruned sort(Sort sort) {
        List<Integer> all = Columns.range(0, sort.schema().size());
        return new Pruned(new Sort(exactly(sort.input(), all), sort.keys(), sort.offset(), sort.fetch()), inOrder(all));
    }
}
