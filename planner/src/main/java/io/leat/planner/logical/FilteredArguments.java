package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.ColumnReference;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;

/**
 * Arguments of aggregates with FILTER are computed only for the rows that the filter lets through: another row does not
 * fail because of them.
 */
final class FilteredArguments {

    private FilteredArguments() {}

    /** The input of an aggregate, with the arguments of its filtered calls guarded by the filters. */
    static Plan guard(Aggregate aggregate, Plan input) {
        if (!(input instanceof Project project)) {
            return input;
        }
        List<Expression> expressions = new ArrayList<>(project.expressions());
        for (int column = 0; column < expressions.size(); column++) {
            Expression expression = expressions.get(column);
            List<Integer> filters = filters(aggregate, column);
            boolean plain = expression instanceof ColumnReference || expression instanceof Literal;
            if (!plain && !filters.isEmpty()) {
                expressions.set(column, guarded(expression, project.expressions(), filters));
            }
        }
        return new Project(
                project.input(),
                expressions,
                ProjectTranslation.schema(project.schema().names(), expressions));
    }

    /** The filters of all calls that read a column; empty if somebody reads it in every row. */
    private static List<Integer> filters(Aggregate aggregate, int column) {
        TreeSet<Integer> filters = new TreeSet<>();
        boolean always = aggregate.getGroupSet().get(column);
        for (AggregateCall call : aggregate.getAggCallList()) {
            always |= call.filterArg == column;
            if (call.getArgList().contains(column)) {
                always |= call.filterArg < 0;
                filters.add(call.filterArg);
            }
        }
        return always ? List.of() : List.copyOf(filters);
    }

    private static Expression guarded(Expression expression, List<Expression> all, List<Integer> filters) {
        List<Expression> conditions = filters.stream().map(all::get).toList();
        Expression any =
                conditions.size() == 1 ? conditions.get(0) : new Call(Operation.OR, conditions, DataType.BOOLEAN);
        DataType type = expression.type().withNullable(true);
        return new Call(Operation.CASE, List.of(any, expression, new Literal(null, type)), type);
    }
}
