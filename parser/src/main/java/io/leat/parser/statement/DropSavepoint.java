package io.leat.parser.statement;

/** {@code DROP SAVEPOINT [IF EXISTS] name}. */
public record DropSavepoint(ObjectName name, boolean ifExists) implements Statement {}
