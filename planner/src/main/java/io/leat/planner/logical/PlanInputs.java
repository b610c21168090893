package io.leat.planner.logical;

import io.leat.core.plan.Aggregate;
import io.leat.core.plan.Constant;
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
import io.leat.core.plan.PlanVisitor;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.Scan;
import io.leat.core.plan.Session;
import io.leat.core.plan.Sort;
import io.leat.core.plan.Union;
import io.leat.core.plan.Window;
import java.util.List;
import java.util.function.UnaryOperator;

/** The same operator over other inputs, which have the same columns. */
public final class PlanInputs implements PlanVisitor<Plan> {
    private final List<Plan> inputs;

    private PlanInputs(List<Plan> inputs) {
        this.inputs = inputs;
    }

    /** A plan in which every operator has been replaced, from the bottom up: each sees its inputs replaced already. */
    public static Plan rewrite(Plan plan, UnaryOperator<Plan> replacement) {
        List<Plan> inputs =
                plan.inputs().stream().map(input -> rewrite(input, replacement)).toList();
        return replacement.apply(inputs.equals(plan.inputs()) ? plan : plan.accept(new PlanInputs(inputs)));
    }

    private Plan input() {
        return inputs.get(0);
    }

    @Override
    public Plan scan(Scan scan) {
        return scan;
    }

    @Override
    public Plan constant(Constant constant) {
        return constant;
    }

    @Override
    public Plan filter(Filter filter) {
        return new Filter(input(), filter.condition());
    }

    @Override
    public Plan project(Project project) {
        return new Project(input(), project.expressions(), project.schema());
    }

    @Override
    public Plan window(Window window) {
        return new Window(
                input(),
                window.kind(),
                window.timeColumn(),
                window.sizeMillis(),
                window.stepMillis(),
                window.offsetMillis(),
                window.lateness());
    }

    @Override
    public Plan session(Session session) {
        return new Session(
                input(),
                session.timeColumn(),
                session.keys(),
                session.gapMillis(),
                session.lateness(),
                session.closing());
    }

    @Override
    public Plan panes(Panes panes) {
        return new Panes(input(), panes.timeColumn(), panes.sizeMillis(), panes.offsetMillis(), panes.arrivalColumn());
    }

    @Override
    public Plan onTime(OnTime onTime) {
        return new OnTime(input(), onTime.timeColumn(), onTime.lateness(), onTime.allowanceMillis());
    }

    @Override
    public Plan partialAggregate(PartialAggregate partial) {
        return new PartialAggregate(input(), partial.keys(), partial.calls(), partial.schema());
    }

    @Override
    public Plan aggregate(Aggregate aggregate) {
        return new Aggregate(
                input(),
                aggregate.keys(),
                aggregate.calls(),
                aggregate.closing(),
                aggregate.inputChanges(),
                aggregate.rowsColumn(),
                aggregate.schema());
    }

    @Override
    public Plan distinct(Distinct distinct) {
        return new Distinct(input(), distinct.closing());
    }

    @Override
    public Plan join(Join join) {
        return new Join(
                inputs.get(0),
                inputs.get(1),
                join.kind(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual(),
                join.leftClosing(),
                join.rightClosing(),
                join.schema());
    }

    @Override
    public Plan processingTime(ProcessingTime processingTime) {
        return new ProcessingTime(input());
    }

    @Override
    public Plan lookupJoin(LookupJoin join) {
        return new LookupJoin(
                inputs.get(0),
                inputs.get(1),
                join.keepsLeft(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual(),
                join.schema());
    }

    @Override
    public Plan union(Union union) {
        return new Union(inputs, union.schema());
    }

    @Override
    public Plan rank(Rank rank) {
        return new Rank(
                input(),
                rank.partition(),
                rank.order(),
                rank.function(),
                rank.first(),
                rank.last(),
                rank.numbered(),
                rank.closing(),
                rank.inputChanges(),
                rank.schema());
    }

    @Override
    public Plan over(Over over) {
        return new Over(input(), over.partition(), over.order(), over.calls(), over.closing(), over.schema());
    }

    @Override
    public Plan emitFinal(EmitFinal emitFinal) {
        return new EmitFinal(input(), emitFinal.closing());
    }

    @Override
    public Plan sort(Sort sort) {
        return new Sort(input(), sort.keys(), sort.offset(), sort.fetch());
    }
}
