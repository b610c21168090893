package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.plan.Plan;
import io.leat.core.plan.ProcessingTime;
import io.leat.core.plan.Project;
import io.leat.core.type.Schema;
import io.leat.planner.expression.Substitution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of {@code PROCTIME()}: a column that the tick fills; in a finite query the time of the statement. */
final class ProcessingTimes {
    private final Optional<Instant> statement;

    /** @param statement the time of a finite statement; empty for a query that runs for ever */
    ProcessingTimes(Optional<Instant> statement) {
        this.statement = statement;
    }

    /** Whether the query ends by itself, so that all of it belongs to one moment. */
    boolean isFinite() {
        return statement.isPresent();
    }

    /** Whether one of some expressions asks for the time. */
    static boolean areIn(List<Expression> expressions) {
        boolean[] found = {false};
        expressions.forEach(expression -> Substitution.replace(expression, part -> {
            found[0] |= isTime(part);
            return Optional.empty();
        }));
        return found[0];
    }

    private static boolean isTime(Expression expression) {
        return expression instanceof Call call && call.operation() == Operation.PROCESSING_TIME;
    }

    /** A plan with the time as one more column, the last one. */
    Plan added(Plan input) {
        if (statement.isEmpty()) {
            return new ProcessingTime(input);
        }
        List<Expression> expressions = new ArrayList<>();
        Columns.range(0, input.schema().size()).forEach(i -> expressions.add(Columns.reference(input, i)));
        expressions.add(new Literal(statement.get(), ProcessingTime.COLUMN.type()));
        return new Project(input, expressions, input.schema().concat(Schema.of(ProcessingTime.COLUMN)));
    }

    /** Expressions that take the time from the last column of a plan. */
    static List<Expression> taken(List<Expression> expressions, Plan timed) {
        Expression time = Columns.reference(timed, timed.schema().size() - 1);
        return expressions.stream()
                .map(expression ->
                        Substitution.replace(expression, part -> isTime(part) ? Optional.of(time) : Optional.empty()))
                .toList();
    }
}
