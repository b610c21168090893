package io.leat.parser.statement;

import java.util.Optional;

/**
 * {@code SUBSCRIBE [TO] name} or {@code SUBSCRIBE [TO] (query)}, then {@code [WITH (...)] [EMIT ...]}.
 *
 * @param name what is subscribed to, or
 * @param query the query that is; exactly one of them is present
 */
public record Subscribe(Optional<ObjectName> name, Optional<SqlQuery> query, Options options, Emit emit)
        implements Statement {}
