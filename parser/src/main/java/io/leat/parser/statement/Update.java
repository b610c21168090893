package io.leat.parser.statement;

import java.util.List;
import java.util.Optional;

/** {@code UPDATE table SET column = expression, ... [WHERE condition]}. */
public record Update(ObjectName table, List<Assignment> assignments, Optional<SqlExpression> where)
        implements Statement {
    public Update {
        assignments = List.copyOf(assignments);
    }
}
