package io.leat.planner.incremental;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.ChangeMode;
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
import io.leat.core.type.Field;
import io.leat.core.type.Schema;
import io.leat.planner.logical.ColumnMapping;
import io.leat.planner.logical.Columns;
import io.leat.planner.logical.JoinSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Traces a time column down to the event time of a scanned table and carries that scan's {@link Scan#ARRIVAL} up beside
 * it, so that a window can tell late rows by what was known when they came.
 *
 * <p>A table whose rows are taken back gives a retraction the arrival of its own moment, not that of the row taken back;
 * where rows are remembered on the way (joins, sessions) the two would not cancel, so such tables are not traced
 * through those.
 */
final class ArrivalCarrier implements PlanVisitor<Optional<ArrivalCarrier.Carried>> {
    private final RelationFacts facts;
    private final int column;
    private final boolean remembered;

    private ArrivalCarrier(RelationFacts facts, int column, boolean remembered) {
        this.facts = facts;
        this.column = column;
        this.remembered = remembered;
    }

    /**
     * A plan whose first columns are those of the plan before.
     *
     * @param arrival the column that has the arrival
     * @param tables where the rows come from
     */
    record Carried(Plan plan, int arrival, Set<String> tables) {}

    /** The plan with the arrival of the rows that a time column belongs to; empty if it is no event time. */
    static Optional<Carried> carry(RelationFacts facts, Plan plan, int timeColumn) {
        return plan.accept(new ArrivalCarrier(facts, timeColumn, false));
    }

    private Optional<Carried> below(Plan input, int inputColumn, boolean nowRemembered) {
        return input.accept(new ArrivalCarrier(facts, inputColumn, remembered || nowRemembered));
    }

    @Override
    public Optional<Carried> scan(Scan scan) {
        boolean eventTime = facts.eventTime(scan).orElse(-1) == column;
        if (!eventTime || remembered && scan.changes() == ChangeMode.UPDATING) {
            return Optional.empty();
        }
        if (scan.arrival()) {
            return Optional.of(new Carried(scan, scan.schema().size() - 1, Set.of(scan.relation())));
        }
        Schema schema = scan.schema().concat(Schema.of(Scan.ARRIVAL));
        Scan arriving = new Scan(scan.relation(), scan.columns(), true, scan.changes(), schema);
        return Optional.of(new Carried(arriving, schema.size() - 1, Set.of(scan.relation())));
    }

    @Override
    public Optional<Carried> filter(Filter filter) {
        return below(filter.input(), column, false)
                .map(input ->
                        new Carried(new Filter(input.plan(), filter.condition()), input.arrival(), input.tables()));
    }

    @Override
    public Optional<Carried> project(Project project) {
        if (!(project.expressions().get(column) instanceof ColumnReference reference)) {
            return Optional.empty();
        }
        return below(project.input(), reference.index(), false).map(input -> append(project, input));
    }

    private static Carried append(Project project, Carried input) {
        Expression arrival = Columns.reference(input.plan(), input.arrival());
        int present = project.expressions().indexOf(arrival);
        if (present >= 0) {
            Project same = new Project(input.plan(), project.expressions(), project.schema());
            return new Carried(same, present, input.tables());
        }
        List<Expression> expressions = new ArrayList<>(project.expressions());
        expressions.add(arrival);
        Schema schema = project.schema().concat(Schema.of(new Field(Scan.ARRIVAL.name(), arrival.type())));
        return new Carried(new Project(input.plan(), expressions, schema), schema.size() - 1, input.tables());
    }

    /** Above it the watermark is the clock's, by which no event time is late. */
    @Override
    public Optional<Carried> processingTime(ProcessingTime processingTime) {
        return Optional.empty();
    }

    /** The times of a window belong to the row, as its time column does. */
    @Override
    public Optional<Carried> window(Window window) {
        int width = window.input().schema().size();
        return below(window.input(), column < width ? column : window.timeColumn(), false)
                .map(input -> {
                    Window wider = new Window(
                            input.plan(),
                            window.kind(),
                            window.timeColumn(),
                            window.sizeMillis(),
                            window.stepMillis(),
                            window.offsetMillis(),
                            window.lateness());
                    return arrivalLast(wider, input, width);
                });
    }

    /** A session's times move with its rows, so only the row's own columns can be traced. */
    @Override
    public Optional<Carried> session(Session session) {
        int width = session.input().schema().size();
        if (column >= width) {
            return Optional.empty();
        }
        return below(session.input(), column, true).map(input -> {
            Session wider = new Session(
                    input.plan(),
                    session.timeColumn(),
                    session.keys(),
                    session.gapMillis(),
                    session.lateness(),
                    session.closing());
            return arrivalLast(wider, input, width);
        });
    }

    /** Columns that an operator adds come after the arrival: moves the arrival behind them. */
    private static Carried arrivalLast(Plan wider, Carried input, int width) {
        int inputWidth = input.plan().schema().size();
        if (inputWidth == width) {
            return new Carried(wider, input.arrival(), input.tables());
        }
        List<Integer> order = new ArrayList<>(Columns.range(0, width));
        order.addAll(Columns.range(inputWidth, wider.schema().size()));
        order.add(input.arrival());
        return new Carried(Columns.select(wider, order), order.size() - 1, input.tables());
    }

    @Override
    public Optional<Carried> join(Join join) {
        int width = join.left().schema().size();
        return column < width
                ? below(join.left(), column, true).map(left -> carryLeft(join, left))
                : below(join.right(), column - width, true).map(right -> carryRight(join, right));
    }

    private static Carried carryLeft(Join join, Carried left) {
        int width = join.left().schema().size();
        int added = left.plan().schema().size() - width;
        Join wider = new Join(
                left.plan(),
                join.right(),
                join.kind(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual().map(rest -> ColumnMapping.remap(rest, c -> c < width ? c : c + added)),
                join.leftClosing(),
                join.rightClosing(),
                JoinSchema.of(join.kind(), left.plan().schema(), join.right().schema()));
        return arrivalLast(wider, left, width);
    }

    private static Carried carryRight(Join join, Carried right) {
        int width = join.left().schema().size();
        Join wider = new Join(
                join.left(),
                right.plan(),
                join.kind(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual(),
                join.leftClosing(),
                join.rightClosing(),
                JoinSchema.of(join.kind(), join.left().schema(), right.plan().schema()));
        return new Carried(wider, width + right.arrival(), right.tables());
    }

    /** Left rows pass as they come. */
    @Override
    public Optional<Carried> lookupJoin(LookupJoin join) {
        int width = join.left().schema().size();
        return column >= width
                ? Optional.empty()
                : below(join.left(), column, false).map(left -> carryPassing(join, left, width));
    }

    private static Carried carryPassing(LookupJoin join, Carried left, int width) {
        int added = left.plan().schema().size() - width;
        LookupJoin wider = new LookupJoin(
                left.plan(),
                join.right(),
                join.keepsLeft(),
                join.leftKeys(),
                join.rightKeys(),
                join.residual().map(rest -> ColumnMapping.remap(rest, c -> c < width ? c : c + added)),
                JoinSchema.of(
                        join.keepsLeft() ? Join.Kind.LEFT : Join.Kind.INNER,
                        left.plan().schema(),
                        join.right().schema()));
        return arrivalLast(wider, left, width);
    }

    @Override
    public Optional<Carried> union(Union union) {
        List<Plan> inputs = new ArrayList<>();
        Set<String> tables = new LinkedHashSet<>();
        for (Plan input : union.inputs()) {
            Optional<Carried> carried = below(input, column, false);
            if (carried.isEmpty()) {
                return Optional.empty();
            }
            List<Integer> order =
                    new ArrayList<>(Columns.range(0, union.schema().size()));
            order.add(carried.get().arrival());
            inputs.add(Columns.select(carried.get().plan(), order));
            tables.addAll(carried.get().tables());
        }
        Schema schema = union.schema().concat(Schema.of(Scan.ARRIVAL));
        return Optional.of(new Carried(new Union(inputs, schema), schema.size() - 1, tables));
    }

    @Override
    public Optional<Carried> constant(Constant constant) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> panes(Panes panes) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> onTime(OnTime onTime) {
        return below(onTime.input(), column, false)
                .map(input -> new Carried(
                        new OnTime(input.plan(), onTime.timeColumn(), onTime.lateness(), onTime.allowanceMillis()),
                        input.arrival(),
                        input.tables()));
    }

    @Override
    public Optional<Carried> partialAggregate(PartialAggregate partial) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> aggregate(Aggregate aggregate) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> distinct(Distinct distinct) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> rank(Rank rank) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> over(Over over) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> emitFinal(EmitFinal emitFinal) {
        return Optional.empty();
    }

    @Override
    public Optional<Carried> sort(Sort sort) {
        return Optional.empty();
    }
}
