package io.leat.parser.statement;

import java.util.Optional;

/** A column computed from the others of its row: {@code name AS expression}. */
public record ComputedColumn(ObjectName name, SqlExpression expression, Optional<String> comment)
        implements ColumnDefinition {}
