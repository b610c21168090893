package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Operation;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.AggregateFunction;
import io.leat.core.plan.ChangeMode;
import io.leat.core.plan.Join;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.plan.Rank;
import io.leat.core.plan.RankFunction;
import io.leat.core.plan.Sort;
import io.leat.core.type.Schema;
import io.leat.planner.expression.Substitution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the join of a relation with its own greatest or least values by group, {@code x JOIN (SELECT k, MAX(v) AS m
 * FROM x GROUP BY k) ON x.k = k AND x.v >= m}: these are the rows of rank 1. Each change of a maximum would else compare all
 * rows of its group.
 */
public final class OwnExtremes {
    private final Join join;
    private final Source rows;
    private final Source extremes;
    private final boolean rowsLeft;

    private OwnExtremes(Join join, boolean rowsLeft) {
        this.join = join;
        this.rowsLeft = rowsLeft;
        this.rows = Source.of(rowsLeft ? join.left() : join.right());
        this.extremes = Source.of(rowsLeft ? join.right() : join.left());
    }

    /** The plan with ranks in the place of such joins. */
    public static Plan recognise(Plan plan) {
        return PlanInputs.rewrite(plan, OwnExtremes::recogniseOne);
    }

    private static Plan recogniseOne(Plan plan) {
        if (!(plan instanceof Join join) || join.kind() != Join.Kind.INNER) {
            return plan;
        }
        return new OwnExtremes(join, true)
                .rank()
                .or(() -> new OwnExtremes(join, false).rank())
                .orElse(plan);
    }

    /** A plan below some projections, and what these make of its columns. */
    private record Source(Plan plan, List<Expression> columns) {

        static Source of(Plan plan) {
            if (plan instanceof Project project) {
                Source below = of(project.input());
                return new Source(
                        below.plan,
                        project.expressions().stream()
                                .map(expression -> Substitution.ofColumns(expression, below.columns))
                                .toList());
            }
            List<Expression> columns = new ArrayList<>();
            Columns.range(0, plan.schema().size()).forEach(column -> columns.add(Columns.reference(plan, column)));
            return new Source(plan, columns);
        }

        /** The plan's column that a column is; -1 if it is computed. */
        int place(int column) {
            return columns.get(column) instanceof ColumnReference reference ? reference.index() : -1;
        }
    }

    private Optional<Plan> rank() {
        if (!(extremes.plan() instanceof Aggregate aggregate)
                || aggregate.calls().size() != 1
                || aggregate.keys().isEmpty()) {
            return Optional.empty();
        }
        AggregateCall call = aggregate.calls().get(0);
        boolean extreme = call.function() == AggregateFunction.MAX || call.function() == AggregateFunction.MIN;
        Source grouped = Source.of(aggregate.input());
        if (!extreme
                || call.filterColumn() != AggregateCall.NO_FILTER
                || !grouped.plan().equals(rows.plan())) {
            return Optional.empty();
        }
        int value = grouped.place(call.arguments().get(0));
        List<Integer> keys = aggregate.keys().stream().map(grouped::place).toList();
        boolean plain = value >= 0 && keys.stream().allMatch(key -> key >= 0) && neverNull(keys, value);
        return plain && matches(aggregate, keys, value, call.function() == AggregateFunction.MAX)
                ? Optional.of(replace(keys, value, call.function() == AggregateFunction.MAX))
                : Optional.empty();
    }

    /** A NULL is equal to nothing in a join, but has a rank. */
    private boolean neverNull(List<Integer> keys, int value) {
        Schema schema = rows.plan().schema();
        return !schema.type(value).nullable()
                && keys.stream().noneMatch(key -> schema.type(key).nullable());
    }

    /** Whether the join compares each key with itself and the value with its extreme, and nothing else. */
    private boolean matches(Aggregate aggregate, List<Integer> keys, int value, boolean greatest) {
        Set<Integer> compared = new HashSet<>();
        boolean valueCompared = false;
        for (int i = 0; i < join.leftKeys().size(); i++) {
            int row = rows.place((rowsLeft ? join.leftKeys() : join.rightKeys()).get(i));
            int group = extremes.place((rowsLeft ? join.rightKeys() : join.leftKeys()).get(i));
            if (group == keys.size() && row == value) {
                valueCompared = true;
            } else if (group < 0 || group == keys.size() || row != keys.get(group)) {
                return false;
            } else {
                compared.add(group);
            }
        }
        boolean rest = join.residual().isEmpty() ? valueCompared : isComparison(keys.size(), value, greatest);
        return rest && compared.size() == aggregate.keys().size();
    }

    private boolean isComparison(int extremeColumn, int value, boolean greatest) {
        if (!(join.residual().orElseThrow() instanceof Call call)
                || call.operands().size() != 2) {
            return false;
        }
        boolean rowFirst = isRow(call.operands().get(0), value)
                && isExtreme(call.operands().get(1), extremeColumn);
        boolean rowSecond = isRow(call.operands().get(1), value)
                && isExtreme(call.operands().get(0), extremeColumn);
        Operation atLeast = greatest == rowFirst ? Operation.GREATER_OR_EQUAL : Operation.LESS_OR_EQUAL;
        return (rowFirst || rowSecond) && (call.operation() == atLeast || call.operation() == Operation.EQUALS);
    }

    private boolean isRow(Expression operand, int value) {
        return operand instanceof ColumnReference column
                && isOfRows(column)
                && rows.place(column.index() - (rowsLeft ? 0 : leftWidth())) == value;
    }

    private boolean isExtreme(Expression operand, int extremeColumn) {
        return operand instanceof ColumnReference column
                && !isOfRows(column)
                && extremes.place(column.index() - (rowsLeft ? leftWidth() : 0)) == extremeColumn;
    }

    private boolean isOfRows(ColumnReference column) {
        return column.index() < leftWidth() == rowsLeft;
    }

    private int leftWidth() {
        return join.left().schema().size();
    }

    private Plan replace(List<Integer> keys, int value, boolean greatest) {
        Rank rank = new Rank(
                rows.plan(),
                keys,
                List.of(new Sort.Key(value, greatest, false)),
                RankFunction.RANK,
                1,
                1,
                false,
                Optional.empty(),
                ChangeMode.UPDATING,
                rows.plan().schema());
        List<Expression> group = new ArrayList<>();
        keys.forEach(key -> group.add(Columns.reference(rank, key)));
        group.add(Columns.reference(rank, value));
        List<Expression> ofGroup = extremes.columns().stream()
                .map(expression -> Substitution.ofColumns(expression, group))
                .toList();
        List<Expression> columns = new ArrayList<>(rowsLeft ? rows.columns() : ofGroup);
        columns.addAll(rowsLeft ? ofGroup : rows.columns());
        return new Project(rank, columns, join.schema());
    }
}
