package io.leat.parser.statement;

/** {@code column = expression} of an UPDATE. */
public record Assignment(ObjectName column, SqlExpression value) {}
