package io.leat.planner.explain;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Durations;
import io.leat.core.expression.Expression;
import io.leat.core.expression.ExpressionText;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.Constant;
import io.leat.core.plan.Distinct;
import io.leat.core.plan.EmitFinal;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Fingerprint;
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
import io.leat.core.type.Schema;
import io.leat.planner.incremental.ChangeModes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes a plan operator by operator. */
public final class PlanExplainer implements PlanVisitor<PlanNode> {
    private final StateText state;

    private PlanExplainer(StateText state) {
        this.state = state;
    }

    /** The description of a plan; {@code state} knows why things are kept. */
    static PlanNode explain(Plan plan, StateText state) {
        return plan.accept(new PlanExplainer(state));
    }

    private PlanNode node(Plan plan, String operator, String detail) {
        return node(plan, operator, detail, Optional.empty());
    }

    private PlanNode node(Plan plan, String operator, String detail, Optional<String> remembered) {
        return new PlanNode(
                operator,
                detail,
                plan.schema().names(),
                remembered,
                ChangeModes.of(plan),
                Fingerprint.of(plan),
                plan.inputs().stream().map(input -> input.accept(this)).toList());
    }

    private static String names(Schema schema, List<Integer> columns) {
        return columns.isEmpty() ? "" : String.join(", ", schema.select(columns).names());
    }

    @Override
    public PlanNode scan(Scan scan) {
        return node(
                scan,
                "Scan",
                scan.relation() + " (" + String.join(", ", scan.schema().names()) + ")");
    }

    @Override
    public PlanNode constant(Constant constant) {
        int rows = constant.rows().size();
        return node(constant, "Constant", rows + (rows == 1 ? " row" : " rows"));
    }

    @Override
    public PlanNode filter(Filter filter) {
        return node(
                filter,
                "Filter",
                ExpressionText.of(filter.condition(), filter.input().schema()));
    }

    @Override
    public PlanNode project(Project project) {
        Schema input = project.input().schema();
        String list = IntStream.range(0, project.expressions().size())
                .mapToObj(i ->
                        named(project.expressions().get(i), project.schema().name(i), input))
                .collect(Collectors.joining(", "));
        return node(project, "Project", list);
    }

    private static String named(Expression expression, String name, Schema input) {
        String text = ExpressionText.of(expression, input);
        return expression instanceof ColumnReference && text.equals(name) ? name : text + " AS " + name;
    }

    @Override
    public PlanNode processingTime(ProcessingTime processingTime) {
        return node(processingTime, "ProcessingTime", "the clock's time at the tick in which a row comes");
    }

    @Override
    public PlanNode window(Window window) {
        String step = window.kind() == Window.Kind.TUMBLE ? "" : " every " + Durations.of(window.stepMillis());
        String offset = window.offsetMillis() == 0 ? "" : " offset " + Durations.of(window.offsetMillis());
        String detail = window.kind() + " of " + Durations.of(window.sizeMillis()) + step + offset + " on "
                + window.input().schema().name(window.timeColumn()) + late(window.lateness());
        return node(window, "Window", detail);
    }

    @Override
    public PlanNode session(Session session) {
        String by =
                session.keys().isEmpty() ? "" : " by " + names(session.input().schema(), session.keys());
        String detail = "gap " + Durations.of(session.gapMillis()) + " on "
                + session.input().schema().name(session.timeColumn()) + by + late(session.lateness());
        return node(session, "Session", detail, Optional.of(state.session(session)));
    }

    private static String late(Optional<Lateness> lateness) {
        return lateness.map(late -> ", late rows of " + late.table() + " leave").orElse("");
    }

    @Override
    public PlanNode panes(Panes panes) {
        String offset = panes.offsetMillis() == 0 ? "" : " offset " + Durations.of(panes.offsetMillis());
        return node(
                panes,
                "Panes",
                "of " + Durations.of(panes.sizeMillis()) + offset + " on "
                        + panes.schema().name(panes.timeColumn()));
    }

    @Override
    public PlanNode onTime(OnTime onTime) {
        return node(
                onTime,
                "OnTime",
                "by " + onTime.schema().name(onTime.timeColumn()) + allowed(onTime.allowanceMillis())
                        + late(Optional.of(onTime.lateness())));
    }

    private static String allowed(long millis) {
        return millis == 0 ? "" : " + " + Durations.of(millis);
    }

    @Override
    public PlanNode partialAggregate(PartialAggregate partial) {
        Schema input = partial.input().schema();
        String parts =
                calls(partial.calls(), input, partial.schema(), partial.keys().size() + 1);
        return node(partial, "PartialAggregate", grouping(input, partial.keys(), parts));
    }

    @Override
    public PlanNode aggregate(Aggregate aggregate) {
        Schema input = aggregate.input().schema();
        String parts = calls(
                aggregate.calls(), input, aggregate.schema(), aggregate.keys().size());
        String detail = (aggregate.merges() ? "merging " : "") + grouping(input, aggregate.keys(), parts);
        return node(aggregate, "Aggregate", detail, Optional.of(state.aggregate(aggregate)));
    }

    private static String grouping(Schema input, List<Integer> keys, String calls) {
        String by = keys.isEmpty() ? "" : "by " + names(input, keys);
        return by + (by.isEmpty() || calls.isEmpty() ? "" : ": ") + calls;
    }

    private static String calls(List<AggregateCall> calls, Schema input, Schema output, int first) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            parts.add(call(calls.get(i), input) + " AS " + output.name(first + i));
        }
        return String.join(", ", parts);
    }

    private static String call(AggregateCall call, Schema input) {
        String arguments = call.arguments().isEmpty() ? "*" : names(input, call.arguments());
        String filter = call.filterColumn() == AggregateCall.NO_FILTER
                ? ""
                : " FILTER (" + input.name(call.filterColumn()) + ")";
        return call.function() + "(" + (call.distinct() ? "DISTINCT " : "") + arguments + ")" + filter;
    }

    @Override
    public PlanNode distinct(Distinct distinct) {
        return node(
                distinct,
                "Distinct",
                String.join(", ", distinct.schema().names()),
                Optional.of(state.distinct(distinct)));
    }

    @Override
    public PlanNode join(Join join) {
        String on = on(join.left().schema(), join.right().schema(), join.leftKeys(), join.rightKeys(), join.residual());
        return node(join, "Join", join.kind() + " " + on, Optional.of(state.join(join)));
    }

    private static String on(
            Schema left, Schema right, List<Integer> leftKeys, List<Integer> rightKeys, Optional<Expression> residual) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < leftKeys.size(); i++) {
            conditions.add(left.name(leftKeys.get(i)) + " = " + right.name(rightKeys.get(i)));
        }
        residual.ifPresent(rest -> conditions.add(ExpressionText.of(rest, left.concat(right))));
        return conditions.isEmpty() ? "every pair" : "on " + String.join(" AND ", conditions);
    }

    @Override
    public PlanNode lookupJoin(LookupJoin join) {
        String on = on(join.left().schema(), join.right().schema(), join.leftKeys(), join.rightKeys(), join.residual());
        String detail =
                (join.keepsLeft() ? "LEFT " : "INNER ") + on + ", with what the right has when a left row comes";
        return node(join, "LookupJoin", detail, Optional.of("right rows, as long as they are there"));
    }

    @Override
    public PlanNode union(Union union) {
        return node(union, "Union", union.inputs().size() + " inputs");
    }

    @Override
    public PlanNode rank(Rank rank) {
        return node(rank, "Rank", OverText.rank(rank), Optional.of(state.rank(rank)));
    }

    @Override
    public PlanNode over(Over over) {
        return node(over, "Over", OverText.over(over), Optional.of(state.over(over)));
    }

    @Override
    public PlanNode emitFinal(EmitFinal emitFinal) {
        String detail = "when " + state.passes(emitFinal.schema(), emitFinal.closing());
        return node(emitFinal, "EmitFinal", detail, Optional.of("rows that are still open"));
    }

    @Override
    public PlanNode sort(Sort sort) {
        String keys = OverText.keys(sort.schema(), sort.keys());
        String detail = (keys.isEmpty() ? "" : "by " + keys)
                + (sort.offset() > 0 ? " offset " + sort.offset() : "")
                + (sort.fetch() >= 0 ? " limit " + sort.fetch() : "");
        return node(sort, "Sort", detail.strip());
    }
}
