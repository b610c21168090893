package io.leat.parser.statement;

/** {@code DESCRIBE name}: the columns, key, watermark and connector of a table or view. */
public record Describe(ObjectName name) implements Statement {}
