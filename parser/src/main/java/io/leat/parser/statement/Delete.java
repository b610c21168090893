package io.leat.parser.statement;

import java.util.Optional;

/** {@code DELETE FROM table [WHERE condition]}. */
public record Delete(ObjectName table, Optional<SqlExpression> where) implements Statement {}
