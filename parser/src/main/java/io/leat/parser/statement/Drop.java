package io.leat.parser.statement;

import java.util.List;

/**
 * {@code DROP kind [IF EXISTS] name, ... [CASCADE | RESTRICT]}.
 *
 * @param cascade whether what depends on it goes too
 */
public record Drop(ObjectKind kind, List<ObjectName> names, boolean ifExists, boolean cascade) implements Statement {
    public Drop {
        names = List.copyOf(names);
    }
}
