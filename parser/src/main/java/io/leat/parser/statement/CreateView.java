package io.leat.parser.statement;

import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE [OR REPLACE] [TEMPORARY] [MATERIALIZED] VIEW [IF NOT EXISTS] name [(a, b)] [COMMENT '...'] [WITH (...)]
 * AS query [EMIT ...]}.
 *
 * @param columnAliases the names of its columns; empty if the query names them
 */
public record CreateView(
        ObjectName name,
        boolean orReplace,
        boolean ifNotExists,
        boolean temporary,
        boolean materialized,
        List<ObjectName> columnAliases,
        SqlQuery query,
        Emit emit,
        Options options,
        Optional<String> comment)
        implements Statement {
    public CreateView {
        columnAliases = List.copyOf(columnAliases);
    }
}
