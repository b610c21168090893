package io.leat.parser.statement;

import java.util.Optional;

/** One column of CREATE TABLE. */
public sealed interface ColumnDefinition permits PhysicalColumn, ComputedColumn, MetadataColumn {

    /** The column's name. */
    ObjectName name();

    /** What COMMENT says. */
    Optional<String> comment();
}
