package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Over;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.type.DataType;
import io.leat.planner.expression.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions over OVER, which go below projections to where its results are. One that keeps the first numbers of
 * ROW_NUMBER, RANK or DENSE_RANK only makes a {@link Rank} of it, which need not number all rows; one over columns of the
 * partition goes below it.
 */
final class RankRecognition {
    private final Over over;
    private final List<Expression> above = new ArrayList<>();
    private final List<Expression> below = new ArrayList<>();
    private RankRange range = RankRange.ALL;

    private RankRecognition(Over over) {
        this.over = over;
    }

    /** The rows of a plan for which a condition is true. */
    static Plan filter(Plan input, Expression condition) {
        return bottom(input) instanceof Over ? pushed(input, condition) : new Filter(input, condition);
    }

    private static Plan bottom(Plan plan) {
        return plan instanceof Project project ? bottom(project.input()) : plan;
    }

    private static Plan pushed(Plan plan, Expression condition) {
        if (plan instanceof Project project) {
            Expression inner = Substitution.ofColumns(condition, project.expressions());
            return new Project(pushed(project.input(), inner), project.expressions(), project.schema());
        }
        return new RankRecognition((Over) plan).filterOver(RankRange.conjuncts(condition));
    }

    private Plan filterOver(List<Expression> conjuncts) {
        int number = over.input().schema().size();
        boolean ranking =
                over.calls().size() == 1 && over.calls().get(0).function().isRanking();
        for (Expression conjunct : conjuncts) {
            Optional<RankRange> found = ranking ? RankRange.of(conjunct, number) : Optional.empty();
            range = found.map(range::and).orElse(range);
            if (isOfPartition(conjunct)) {
                below.add(conjunct);
            } else if (found.isEmpty() || !found.get().exact()) {
                above.add(conjunct);
            }
        }
        Plan filtered = below.isEmpty() ? over.input() : new Filter(over.input(), all(below));
        if (range.last() == Long.MAX_VALUE) {
            conjuncts.stream()
                    .filter(conjunct -> !below.contains(conjunct) && !above.contains(conjunct))
                    .forEach(above::add);
            return filtered(
                    new Over(filtered, over.partition(), over.order(), over.calls(), Optional.empty(), over.schema()));
        }
        return filtered(rank(filtered));
    }

    private Plan filtered(Plan plan) {
        return above.isEmpty() ? plan : new Filter(plan, all(above));
    }

    private Plan rank(Plan input) {
        return new Rank(
                input,
                over.partition(),
                over.order(),
                RankFunction.valueOf(over.calls().get(0).function().name()),
                range.first(),
                Math.max(range.last(), range.first() - 1),
                true,
                Optional.empty(),
                ChangeMode.UPDATING,
                over.schema());
    }

    private static Expression all(List<Expression> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : new Call(
                        Operation.AND,
                        conditions,
                        DataType.BOOLEAN.withNullable(conditions.stream()
                                .anyMatch(condition -> condition.type().nullable())));
    }

    private boolean isOfPartition(Expression condition) {
        Set<Integer> columns = condition.columns();
        return !columns.isEmpty() && over.partition().containsAll(columns);
    }
}
