package io.leat.parser.statement;

/**
 * A query on its own: finite, over one consistent snapshot, unless it says {@code EMIT CHANGES}.
 */
public record Select(SqlQuery query, Emit emit) implements Statement {}
