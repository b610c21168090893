package io.leat.executor.oracle;

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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Computes a plan from scratch over the whole content of the relations that it reads.
 *
 * <p>EMIT FINAL gives the rows that are closed at the watermark: what the operator has emitted so far, if no change came
 * to a row after it was closed.
 */
public final class NaiveEvaluator implements PlanVisitor<Bag> {
    private final Function<Scan, Bag> relations;
    private final long watermark;
    private final Map<Plan, Bag> known = new IdentityHashMap<>();

    /**
     * An evaluator over one state of the world.
     *
     * @param relations the rows of a scan: the columns that it reads, and its arrival column if it has one
     * @param watermark milliseconds; {@code Long.MIN_VALUE} before the first, {@code Long.MAX_VALUE} at the end of input
     */
    public NaiveEvaluator(Function<Scan, Bag> relations, long watermark) {
        this.relations = relations;
        this.watermark = watermark;
    }

    /** The rows of a plan. */
    public Bag evaluate(Plan plan) {
        Bag given = known.get(plan);
        return given != null ? given : plan.accept(this);
    }

    /** The rows of a plan's topmost operator over the given rows of its inputs. */
    static Bag apply(Plan plan, List<Bag> inputs, long watermark) {
        NaiveEvaluator evaluator = new NaiveEvaluator(scan -> new Bag(), watermark);
        for (int i = 0; i < inputs.size(); i++) {
            evaluator.known.put(plan.inputs().get(i), inputs.get(i));
        }
        return plan.accept(evaluator);
    }

    @Override
    public Bag scan(Scan scan) {
        return relations.apply(scan);
    }

    @Override
    public Bag constant(Constant constant) {
        Bag result = new Bag();
        constant.rows()
                .forEach(row -> result.add(
                        Bag.row(row.stream().map(literal -> literal.value()).toArray()), 1));
        return result;
    }

    @Override
    public Bag filter(Filter filter) {
        Bag result = new Bag();
        evaluate(filter.input()).rows().forEach((row, weight) -> {
            if (NaiveExpression.isTrue(filter.condition(), row)) {
                result.add(row, weight);
            }
        });
        return result;
    }

    @Override
    public Bag project(Project project) {
        Bag result = new Bag();
        evaluate(project.input())
                .rows()
                .forEach((row, weight) -> result.add(
                        Bag.row(project.expressions().stream()
                                .map(expression -> NaiveExpression.evaluate(expression, row))
                                .toArray()),
                        weight));
        return result;
    }

    @Override
    public Bag processingTime(ProcessingTime processingTime) {
        throw new IllegalArgumentException("no content says when a row came");
    }

    @Override
    public Bag window(Window window) {
        return NaiveWindows.fixed(window, evaluate(window.input()));
    }

    @Override
    public Bag session(Session session) {
        return NaiveWindows.sessions(session, evaluate(session.input()));
    }

    @Override
    public Bag panes(Panes panes) {
        return NaiveWindows.panes(panes, evaluate(panes.input()));
    }

    @Override
    public Bag onTime(OnTime onTime) {
        return NaiveWindows.onTime(onTime, evaluate(onTime.input()));
    }

    @Override
    public Bag partialAggregate(PartialAggregate partial) {
        return NaiveAggregate.partial(partial, evaluate(partial.input()));
    }

    @Override
    public Bag aggregate(Aggregate aggregate) {
        return new NaiveAggregate(aggregate).aggregate(evaluate(aggregate.input()));
    }

    @Override
    public Bag distinct(Distinct distinct) {
        Bag result = new Bag();
        evaluate(distinct.input()).rows().keySet().forEach(row -> result.add(row, 1));
        return result;
    }

    @Override
    public Bag join(Join join) {
        return new NaiveJoin(join).join(evaluate(join.left()), evaluate(join.right()));
    }

    /** What it gives for left rows that all come when the right side is as it is now. */
    @Override
    public Bag lookupJoin(LookupJoin join) {
        return new NaiveJoin(asJoin(join)).join(evaluate(join.left()), evaluate(join.right()));
    }

    /** The join that a lookup join is for as long as the right side does not change. */
    public static Join asJoin(LookupJoin join) {
        return new Join(
                join.left(),
                join.right(),
                join.keepsLeft() ? Join.Kind.LEFT : Join.Kind.INNER,
                join.leftKeys(),
                join.rightKeys(),
                join.residual(),
                Optional.empty(),
                Optional.empty(),
                join.schema());
    }

    @Override
    public Bag union(Union union) {
        Bag result = new Bag();
        union.inputs().forEach(input -> result.addAll(evaluate(input)));
        return result;
    }

    @Override
    public Bag rank(Rank rank) {
        return NaiveOver.rank(rank, evaluate(rank.input()));
    }

    @Override
    public Bag over(Over over) {
        return NaiveOver.over(over, evaluate(over.input()));
    }

    @Override
    public Bag emitFinal(EmitFinal emitFinal) {
        int column = emitFinal.closing().column();
        Bag result = new Bag();
        evaluate(emitFinal.input()).rows().forEach((row, weight) -> {
            Object time = row.get(column);
            boolean closed = time == null
                    ? watermark == Long.MAX_VALUE
                    : emitFinal
                            .closing()
                            .isClosed(NaiveValues.millis(emitFinal.schema().type(column), time), watermark);
            if (closed) {
                result.add(row, weight);
            }
        });
        return result;
    }

    @Override
    public Bag sort(Sort sort) {
        Bag result = new Bag();
        NaiveSort.ordered(sort, evaluate(sort.input())).forEach(row -> result.add(row, 1));
        return result;
    }
}
