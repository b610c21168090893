package io.leat.executor.circuit;

import io.leat.core.expression.ExpressionText;
import io.leat.core.plan.Aggregate;
import io.leat.core.plan.AggregateCall;
import io.leat.core.plan.Filter;
import io.leat.core.plan.Join;
import io.leat.core.plan.LookupJoin;
import io.leat.core.plan.Over;
import io.leat.core.plan.OverCall;
import io.leat.core.plan.Plan;
import io.leat.core.plan.Project;
import io.leat.core.type.Schema;
import io.leat.executor.kernel.RowText;
import io.leat.executor.operator.FailedRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people are told of a row that the operator of a plan could not compute. */
final class FailureText {
    private final Plan plan;
    private final Schema rows;

    FailureText(Plan plan) {
        this.plan = plan;
        this.rows = rows(plan);
    }

    /** The columns of the rows that fail. */
    private static Schema rows(Plan plan) {
        if (plan instanceof Aggregate aggregate) {
            return aggregate.input().schema().select(aggregate.keys());
        }
        return plan.inputs().stream().map(Plan::schema).reduce(Schema::concat).orElseGet(plan::schema);
    }

    /** The expression that has no value. */
    String expression(FailedRow row) {
        if (plan instanceof Filter filter) {
            return ExpressionText.of(filter.condition(), rows);
        }
        if (plan instanceof Project project) {
            return ExpressionText.of(project.expressions().get(row.expression()), rows);
        }
        if (plan instanceof Join join) {
            return join.residual()
                    .map(condition -> ExpressionText.of(condition, rows))
                    .orElse("");
        }
        if (plan instanceof LookupJoin join) {
            return join.residual()
                    .map(condition -> ExpressionText.of(condition, rows))
                    .orElse("");
        }
        if (plan instanceof Aggregate aggregate) {
            return call(aggregate.calls().get(row.expression()), aggregate.input());
        }
        return plan instanceof Over over ? call(over.calls().get(row.expression()), over) : "";
    }

    private static String call(AggregateCall call, Plan input) {
        String arguments = (call.distinct() ? "DISTINCT " : "") + names(call.arguments(), input);
        String filter = call.filterColumn() == AggregateCall.NO_FILTER
                ? ""
                : " FILTER (WHERE " + name(call.filterColumn(), input) + ")";
        return name(call.function()) + "(" + arguments + ")" + filter;
    }

    private static String call(OverCall call, Over over) {
        Plan input = over.input();
        String partition = over.partition().isEmpty() ? "" : "PARTITION BY " + names(over.partition(), input);
        String order = over.order().isEmpty()
                ? ""
                : "ORDER BY "
                        + names(over.order().stream().map(key -> key.column()).toList(), input);
        return name(call.function()) + "(" + names(call.arguments(), input) + ") OVER ("
                + Optional.of(partition + " " + order).map(String::trim).orElse("") + ")";
    }

    private static String name(Enum<?> function) {
        return function.name().replace("_OR_ZERO", "");
    }

    private static String names(List<Integer> columns, Plan input) {
        return columns.stream().map(column -> name(column, input)).collect(Collectors.joining(", "));
    }

    /** The name of a column; of one that the planner has named, what it is computed from. */
    private static String name(int column, Plan input) {
        String name = input.schema().name(column);
        return name.startsWith("$") && input instanceof Project project
                ? ExpressionText.of(
                        project.expressions().get(column), project.input().schema())
                : name;
    }

    /** The row, long values cut. */
    String row(FailedRow row) {
        return RowText.of(rows, row.rows(), row.row());
    }
}
