package io.leat.planner.logical;

import io.leat.core.expression.Call;
import io.leat.core.expression.Expression;
import io.leat.core.expression.Literal;
import io.leat.core.expression.Operation;
import io.leat.core.plan.ProcessingTime;
import io.leat.planner.expression.Substitution;
import java.time.Instant;
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

    /** Expressions of a query; in a finite one with its time in them. */
    List<Expression> resolved(List<Expression> expressions) {
        return statement
                .map(now -> new Literal(now, ProcessingTime.COLUMN.type()))
                .map(now -> replaced(expressions, now))
                .orElse(expressions);
    }

    /** Expressions that take the time from the last column of a plan. */
    static List<Expression> taken(List<Expression> expressions, ProcessingTime timed) {
        return replaced(expressions, Columns.reference(timed, timed.schema().size() - 1));
    }

    private static List<Expression> replaced(List<Expression> expressions, Expression time) {
        return expressions.stream()
                .map(expression ->
                        Substitution.replace(expression, part -> isTime(part) ? Optional.of(time) : Optional.empty()))
                .toList();
    }
}
