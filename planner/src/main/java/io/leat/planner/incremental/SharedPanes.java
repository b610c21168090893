package io.leat.planner.incremental;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Lateness;
import io.leat.core.plan.Panes;
import io.leat.core.plan.PartialAggregate;
import io.leat.core.plan.PartialForm;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Window;
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.planner.expression.Substitution;
import io.leat.planner.logical.Columns;
import io.leat.planner.logical.PlanInputs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Aggregates over windows that overlap sum up each tick's rows by pane first, the greatest slice of time that no window
 * cuts: only these few sums are then given to every window that they belong to, where rows were before.
 */
final class SharedPanes {

    private SharedPanes() {}

    /** The plan with panes wherever they give the same result. */
    static Plan share(Plan plan) {
        return PlanInputs.rewrite(plan, SharedPanes::shareOne);
    }

    private static Plan shareOne(Plan plan) {
        return plan instanceof Aggregate aggregate && !aggregate.merges()
                ? Source.of(aggregate.input())
                        .flatMap(source -> new Halves(aggregate, source).whole())
                        .orElse(plan)
                : plan;
    }

    /**
     * What stands between an aggregate and its windows.
     *
     * @param columns the aggregate's input columns as expressions over the window's output
     * @param input the window's input, filtered as the rows were above the window
     */
    private record Source(Window window, List<Expression> columns, Plan input) {

        static Optional<Source> of(Plan plan) {
            if (plan instanceof Window window && overlap(window)) {
                List<Expression> all = new ArrayList<>();
                Columns.range(0, window.schema().size()).forEach(i -> all.add(Columns.reference(window, i)));
                return Optional.of(new Source(window, all, window.input()));
            }
            if (plan instanceof Project project) {
                return of(project.input()).map(source -> source.projected(project));
            }
            return plan instanceof Filter filter
                    ? of(filter.input()).flatMap(source -> source.filtered(filter))
                    : Optional.empty();
        }

        private static boolean overlap(Window window) {
            return window.kind() != Window.Kind.TUMBLE && window.sizeMillis() > window.stepMillis();
        }

        private Source projected(Project project) {
            List<Expression> all = project.expressions().stream()
                    .map(expression -> Substitution.ofColumns(expression, columns))
                    .toList();
            return new Source(window, all, input);
        }

        private Optional<Source> filtered(Filter filter) {
            Expression condition = Substitution.ofColumns(filter.condition(), columns);
            return isOfRow(condition)
                    ? Optional.of(new Source(window, columns, new Filter(input, condition)))
                    : Optional.empty();
        }

        /** Whether an expression reads no column of the window. */
        boolean isOfRow(Expression expression) {
            int width = window.input().schema().size();
            return expression.columns().stream().allMatch(column -> column < width);
        }

        /** The greatest slice that no window cuts. */
        long paneMillis() {
            return window.kind() == Window.Kind.CUMULATE
                    ? window.stepMillis()
                    : BigInteger.valueOf(window.sizeMillis())
                            .gcd(BigInteger.valueOf(window.stepMillis()))
                            .longValueExact();
        }
    }

    /** One aggregate in the making: what is summed up by pane, and how that is merged by window. */
    private static final class Halves {
        private final Aggregate whole;
        private final Source source;
        private final List<Expression> columns = new ArrayList<>();
        private boolean possible = true;

        Halves(Aggregate whole, Source source) {
            this.whole = whole;
            this.source = source;
        }

        Optional<Plan> whole() {
            List<Integer> paneKeys = new ArrayList<>();
            whole.keys().stream()
                    .filter(key -> windowColumn(key).isEmpty())
                    .forEach(key -> paneKeys.add(column(source.columns().get(key))));
            int time = column(Columns.reference(source.input(), source.window().timeColumn()));
            paneKeys.add(time);
            OptionalInt arrival = source.window().lateness().stream()
                    .mapToInt(lateness -> column(Columns.reference(source.input(), lateness.arrivalColumn())))
                    .findFirst();
            arrival.ifPresent(paneKeys::add);
            List<AggregateCall> calls = whole.calls().stream().map(this::moved).toList();
            if (!possible || paneKeys.stream().distinct().count() < paneKeys.size() || readsTimes(calls, paneKeys)) {
                return Optional.empty();
            }
            Plan rows = new Project(source.input(), columns, schema());
            if (!PartialForm.exists(rows.schema(), paneKeys, calls, whole.inputChanges())) {
                return Optional.empty();
            }
            Panes panes =
                    new Panes(rows, time, source.paneMillis(), source.window().offsetMillis(), arrival);
            return Optional.of(merge(PartialForm.partial(panes, paneKeys, calls), paneKeys.size()));
        }

        /** Whether an aggregate reads a time or arrival that panes move. */
        private boolean readsTimes(List<AggregateCall> calls, List<Integer> paneKeys) {
            long plain = whole.keys().stream()
                    .filter(key -> windowColumn(key).isEmpty())
                    .count();
            List<Integer> moved = paneKeys.subList((int) plain, paneKeys.size());
            return calls.stream().anyMatch(call -> call.arguments().stream().anyMatch(moved::contains));
        }

        /** Where an expression over the window's input stands among the summed up columns. */
        private int column(Expression expression) {
            possible &= source.isOfRow(expression);
            int known = columns.indexOf(expression);
            if (known < 0) {
                columns.add(expression);
            }
            return known < 0 ? columns.size() - 1 : known;
        }

        private AggregateCall moved(AggregateCall call) {
            List<Integer> arguments = call.arguments().stream()
                    .map(argument -> column(source.columns().get(argument)))
                    .toList();
            int filter = call.filterColumn() == AggregateCall.NO_FILTER
                    ? AggregateCall.NO_FILTER
                    : column(source.columns().get(call.filterColumn()));
            return new AggregateCall(call.function(), arguments, call.distinct(), filter, call.type());
        }

        private Schema schema() {
            List<Field> fields = new ArrayList<>();
            for (Expression expression : columns) {
                fields.add(new Field(name(expression), expression.type()));
            }
            return new Schema(fields);
        }

        private String name(Expression expression) {
            return expression instanceof ColumnReference reference
                    ? source.input().schema().name(reference.index())
                    : "$" + columns.indexOf(expression);
        }

        /** Which of the window's own columns a key is: 0 for the start. */
        private OptionalInt windowColumn(int key) {
            int width = source.window().input().schema().size();
            return source.columns().get(key) instanceof ColumnReference reference && reference.index() >= width
                    ? OptionalInt.of(reference.index() - width)
                    : OptionalInt.empty();
        }

        private Aggregate merge(PartialAggregate partial, int paneKeys) {
            boolean late = source.window().lateness().isPresent();
            int time = paneKeys - (late ? 2 : 1);
            Window window = new Window(
                    partial,
                    source.window().kind(),
                    time,
                    source.window().sizeMillis(),
                    source.window().stepMillis(),
                    source.window().offsetMillis(),
                    source.window().lateness().map(before -> new Lateness(time + 1, before.table(), paneKeys)));
            List<Integer> keys = new ArrayList<>();
            int next = 0;
            for (int key : whole.keys()) {
                OptionalInt ofWindow = windowColumn(key);
                keys.add(ofWindow.isPresent() ? partial.schema().size() + ofWindow.getAsInt() : next++);
            }
            return new Aggregate(
                    window,
                    keys,
                    PartialForm.merging(whole.calls(), paneKeys),
                    whole.closing(),
                    whole.inputChanges(),
                    paneKeys,
                    whole.schema());
        }
    }
}
