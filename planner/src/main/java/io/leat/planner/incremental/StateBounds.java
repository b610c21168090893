package io.leat.planner.incremental;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Closing;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.OnTime;
import io.leat.core.plan.Over;
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
import io.leat.planner.logical.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells windows how to know late rows and every operator with state when it may forget: bottom-up, from what is known of
 * how each input changes.
 */
final class StateBounds implements PlanVisitor<Analysed> {
    private static final int WINDOW_END = 1;
    private static final int WINDOW_COLUMNS = 3;

    private final RelationFacts facts;

    private StateBounds(RelationFacts facts) {
        this.facts = facts;
    }

    /** The plan with its bounds, and what is known of its result. */
    static Analysed analyse(Plan plan, RelationFacts facts) {
        return plan.accept(new StateBounds(facts));
    }

    private Analysed below(Plan input) {
        return input.accept(this);
    }

    @Override
    public Analysed scan(Scan scan) {
        Map<Integer, Long> closings = facts.closings(scan);
        return new Analysed(scan, scan.changes(), closings, closings, facts.hasTime(scan), false);
    }

    @Override
    public Analysed constant(Constant constant) {
        return new Analysed(constant, ChangeMode.APPEND_ONLY, Map.of(), Map.of(), false, true);
    }

    @Override
    public Analysed filter(Filter filter) {
        Analysed input = below(filter.input());
        return input.through(new Filter(input.plan(), filter.condition()));
    }

    @Override
    public Analysed project(Project project) {
        Analysed input = below(project.input());
        return new Analysed(
                new Project(input.plan(), project.expressions(), project.schema()),
                input.changes(),
                ClosingRules.project(input.closings(), project.expressions()),
                ClosingRules.project(input.finals(), project.expressions()),
                input.timed(),
                input.fixed());
    }

    /** Rows that come later have a later time; all other times mean nothing to a watermark that follows the clock. */
    @Override
    public Analysed processingTime(ProcessingTime processingTime) {
        Analysed input = below(processingTime.input());
        Map<Integer, Long> closings = Map.of(input.plan().schema().size(), 0L);
        return new Analysed(new ProcessingTime(input.plan()), input.changes(), closings, closings, true, input.fixed());
    }

    @Override
    public Analysed window(Window window) {
        Optional<ArrivalCarrier.Carried> carried = ArrivalCarrier.carry(facts, window.input(), window.timeColumn());
        Analysed input = below(carried.map(ArrivalCarrier.Carried::plan).orElse(window.input()));
        Optional<Lateness> lateness = carried.map(StateBounds::lateness);
        Window bounded = new Window(
                input.plan(),
                window.kind(),
                window.timeColumn(),
                window.sizeMillis(),
                window.stepMillis(),
                window.offsetMillis(),
                lateness);
        boolean enforced = lateness.isPresent() && Remembering.isLinear(input.plan());
        boolean driven = lateness.isPresent() && Remembering.isDrivenByArrivals(input.plan(), facts);
        Analysed wide = new Analysed(
                bounded,
                input.changes(),
                windowClosings(window, input, input.closings(), enforced),
                windowClosings(window, input, input.finals(), driven),
                input.timed(),
                input.fixed());
        return narrow(wide, window);
    }

    private static Map<Integer, Long> windowClosings(
            Window window, Analysed input, Map<Integer, Long> closings, boolean enforced) {
        Long slack = enforced ? Long.valueOf(0) : closings.get(window.timeColumn());
        return slack == null
                ? closings
                : ClosingRules.window(closings, slack, input.plan().schema().size(), window.sizeMillis());
    }

    @Override
    public Analysed session(Session session) {
        Optional<ArrivalCarrier.Carried> carried = ArrivalCarrier.carry(facts, session.input(), session.timeColumn());
        Analysed input = below(carried.map(ArrivalCarrier.Carried::plan).orElse(session.input()));
        boolean enforced = carried.isPresent() && Remembering.isLinear(input.plan());
        boolean driven = carried.isPresent() && Remembering.isDrivenByArrivals(input.plan(), facts);
        Map<Integer, Long> closings = sessionClosings(session, input, input.closings(), enforced);
        Map<Integer, Long> finals = sessionClosings(session, input, input.finals(), driven);
        int end = input.plan().schema().size() + WINDOW_END;
        Session bounded = new Session(
                input.plan(),
                session.timeColumn(),
                session.keys(),
                session.gapMillis(),
                carried.map(StateBounds::lateness),
                Optional.ofNullable(closings.get(end)).map(slack -> new Closing(end, slack)));
        Analysed wide = new Analysed(bounded, ChangeMode.UPDATING, closings, finals, input.timed(), input.fixed());
        return narrow(wide, session);
    }

    private static Map<Integer, Long> sessionClosings(
            Session session, Analysed input, Map<Integer, Long> closings, boolean enforced) {
        int first = input.plan().schema().size();
        if (enforced) {
            return ClosingRules.session(1, first);
        }
        Long slack = closings.get(session.timeColumn());
        return slack == null ? Map.of() : ClosingRules.session(Math.min(slack, 0), first);
    }

    private static Lateness lateness(ArrivalCarrier.Carried carried) {
        return new Lateness(carried.arrival(), String.join(", ", carried.tables()));
    }

    /** Leaves the arrival out again: above the window nobody needs it. */
    private static Analysed narrow(Analysed wide, Plan before) {
        int width = before.schema().size() - WINDOW_COLUMNS;
        int wideWidth = wide.plan().schema().size();
        if (wideWidth == before.schema().size()) {
            return wide;
        }
        List<Integer> kept = new ArrayList<>(Columns.range(0, width));
        kept.addAll(Columns.range(wideWidth - WINDOW_COLUMNS, wideWidth));
        Project project = (Project) Columns.select(wide.plan(), kept);
        return new Analysed(
                project,
                wide.changes(),
                ClosingRules.project(wide.closings(), project.expressions()),
                ClosingRules.project(wide.finals(), project.expressions()),
                wide.timed(),
                wide.fixed());
    }

    @Override
    public Analysed panes(Panes panes) {
        Analysed input = below(panes.input());
        Panes same = new Panes(
                input.plan(), panes.timeColumn(), panes.sizeMillis(), panes.offsetMillis(), panes.arrivalColumn());
        return new Analysed(same, input.changes(), Map.of(), Map.of(), input.timed(), input.fixed());
    }

    @Override
    public Analysed onTime(OnTime onTime) {
        Analysed input = below(onTime.input());
        OnTime same = new OnTime(input.plan(), onTime.timeColumn(), onTime.lateness(), onTime.allowanceMillis());
        return new Analysed(
                same,
                input.changes(),
                ClosingRules.with(input.closings(), onTime.timeColumn(), LateRows.slack(onTime)),
                ClosingRules.with(input.finals(), onTime.timeColumn(), LateRows.slack(onTime)),
                input.timed(),
                input.fixed());
    }

    @Override
    public Analysed partialAggregate(PartialAggregate partial) {
        Analysed input = below(partial.input());
        PartialAggregate same = new PartialAggregate(input.plan(), partial.keys(), partial.calls(), partial.schema());
        Map<Integer, Long> closings = ClosingRules.group(input.closings(), partial.keys());
        Map<Integer, Long> finals = ClosingRules.group(input.finals(), partial.keys());
        return new Analysed(same, ChangeMode.APPEND_ONLY, closings, finals, input.timed(), input.fixed());
    }

    @Override
    public Analysed aggregate(Aggregate aggregate) {
        Analysed input = below(aggregate.input());
        Map<Integer, Long> closings = ClosingRules.group(input.closings(), aggregate.keys());
        Aggregate bounded = new Aggregate(
                input.plan(),
                aggregate.keys(),
                aggregate.calls(),
                Analysed.best(closings),
                aggregate.merges() ? aggregate.inputChanges() : input.changes(),
                aggregate.rowsColumn(),
                aggregate.schema());
        return new Analysed(
                bounded,
                ChangeMode.UPDATING,
                closings,
                ClosingRules.group(input.finals(), aggregate.keys()),
                input.timed(),
                input.fixed());
    }

    @Override
    public Analysed distinct(Distinct distinct) {
        Analysed input = below(distinct.input());
        return input.through(new Distinct(input.plan(), Analysed.best(input.closings())));
    }

    @Override
    public Analysed join(Join join) {
        return new JoinBounds(join, facts).analyse(below(join.left()), below(join.right()));
    }

    /** Only a left row changes the result, at the moment when it comes. */
    @Override
    public Analysed lookupJoin(LookupJoin join) {
        Analysed left = below(join.left());
        LookupJoin bounded = new LookupJoin(
                left.plan(),
                below(join.right()).plan(),
                join.keepsLeft(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual(),
                join.schema());
        return left.through(bounded);
    }

    @Override
    public Analysed union(Union union) {
        List<Analysed> inputs = union.inputs().stream().map(this::below).toList();
        List<Analysed> moving = inputs.stream().filter(input -> !input.fixed()).toList();
        Union bounded = new Union(inputs.stream().map(Analysed::plan).toList(), union.schema());
        return new Analysed(
                bounded,
                ChangeModes.of(bounded),
                moving.isEmpty()
                        ? new TreeMap<>()
                        : ClosingRules.union(
                                moving.stream().map(Analysed::closings).toList()),
                moving.isEmpty()
                        ? new TreeMap<>()
                        : ClosingRules.union(
                                moving.stream().map(Analysed::finals).toList()),
                inputs.stream().anyMatch(Analysed::timed),
                moving.isEmpty());
    }

    @Override
    public Analysed rank(Rank rank) {
        Analysed input = below(rank.input());
        Map<Integer, Long> closings = ClosingRules.partition(input.closings(), rank.partition());
        Rank bounded = new Rank(
                input.plan(),
                rank.partition(),
                rank.order(),
                rank.function(),
                rank.first(),
                rank.last(),
                rank.numbered(),
                Analysed.best(closings),
                input.changes(),
                rank.schema());
        return partitioned(bounded, rank.partition(), closings, input);
    }

    @Override
    public Analysed over(Over over) {
        Analysed input = below(over.input());
        Map<Integer, Long> closings = ClosingRules.partition(input.closings(), over.partition());
        Over bounded = new Over(
                input.plan(), over.partition(), over.order(), over.calls(), Analysed.best(closings), over.schema());
        return partitioned(bounded, over.partition(), closings, input);
    }

    private static Analysed partitioned(
            Plan bounded, List<Integer> partition, Map<Integer, Long> closings, Analysed input) {
        return new Analysed(
                bounded,
                ChangeMode.UPDATING,
                closings,
                ClosingRules.partition(input.finals(), partition),
                input.timed(),
                input.fixed());
    }

    @Override
    public Analysed emitFinal(EmitFinal emitFinal) {
        Analysed input = below(emitFinal.input());
        EmitFinal same = new EmitFinal(input.plan(), emitFinal.closing());
        return new Analysed(
                same, ChangeMode.APPEND_ONLY, input.closings(), input.finals(), input.timed(), input.fixed());
    }

    @Override
    public Analysed sort(Sort sort) {
        Analysed input = below(sort.input());
        return input.through(new Sort(input.plan(), sort.keys(), sort.offset(), sort.fetch()));
    }
}
