package io.leat.core.plan;

import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows relations whose rows only ever make way for others with the same key that are at least as good: counts and
 * greatest values of rows that are never taken back. Who looks for the best of such rows need not remember the others.
 */
final class Growth {
    private Growth() {}

    /**
     * Whether each row of a relation that is taken back is replaced, in the same tick, by one with the same values in some
     * columns and with a value that comes no later in an order.
     *
     * @param partition columns whose values stay the same
     * @param order what must not become worse; its column is never NULL
     */
    static boolean onlyImproves(Plan plan, Iterable<Integer> partition, Sort.Key order) {
        if (plan instanceof Project project) {
            return onlyImproves(project, partition, order);
        }
        return plan instanceof Aggregate aggregate && onlyImproves(aggregate, partition, order);
    }

    /** A projection that leaves columns out can make no row fail. */
    private static boolean onlyImproves(Project project, Iterable<Integer> partition, Sort.Key order) {
        if (!project.expressions().stream().allMatch(ColumnReference.class::isInstance)) {
            return false;
        }
        List<Integer> moved = new ArrayList<>();
        partition.forEach(column -> moved.add(source(project, column)));
        Sort.Key key = new Sort.Key(source(project, order.column()), order.descending(), order.nullsFirst());
        return onlyImproves(project.input(), moved, key);
    }

    private static int source(Project project, int column) {
        Expression expression = project.expressions().get(column);
        return ((ColumnReference) expression).index();
    }

    /** A group for which an aggregate fails, a sum that does not fit its type, has no row. */
    private static boolean onlyImproves(Aggregate aggregate, Iterable<Integer> partition, Sort.Key order) {
        int keys = aggregate.keys().size();
        for (int column : partition) {
            if (column >= keys) {
                return false;
            }
        }
        return aggregate.inputChanges() == ChangeMode.APPEND_ONLY
                && order.column() >= keys
                && !RowFailures.canFail(aggregate)
                && improves(aggregate.calls().get(order.column() - keys).function(), order.descending());
    }

    private static boolean improves(AggregateFunction function, boolean greatestFirst) {
        return switch (function) {
            case COUNT, MAX -> greatestFirst;
            case MIN -> !greatestFirst;
            default -> false;
        };
    }
}
