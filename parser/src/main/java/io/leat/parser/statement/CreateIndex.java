package io.leat.parser.statement;

import java.util.List;

/** {@code CREATE INDEX [IF NOT EXISTS] name ON view (columns)}. */
public record CreateIndex(ObjectName name, boolean ifNotExists, ObjectName on, List<ObjectName> columns)
        implements Statement {
    public CreateIndex {
        columns = List.copyOf(columns);
    }
}
