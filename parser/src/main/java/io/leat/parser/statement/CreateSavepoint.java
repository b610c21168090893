package io.leat.parser.statement;

/** {@code CREATE SAVEPOINT [IF NOT EXISTS] name}: keeps the database as it is now, under a name. */
public record CreateSavepoint(ObjectName name, boolean ifNotExists) implements Statement {}
