package io.leat.parser.statement;

import java.util.List;

/**
 * {@code INSERT INTO table [(columns)] query [EMIT ...]}; VALUES is a query.
 *
 * @param columns the columns written; empty means all, in order
 */
public record Insert(ObjectName table, List<ObjectName> columns, SqlQuery query, Emit emit) implements Statement {
    public Insert {
        columns = List.copyOf(columns);
    }
}
