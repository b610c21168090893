package io.leat.parser.statement;

import io.leat.core.type.DataType;
import java.util.Optional;

/**
 * A column that the record holds: {@code name type [NOT NULL] [PRIMARY KEY [NOT ENFORCED]] [COMMENT '...']}.
 *
 * @param type its type; not nullable if NOT NULL was written
 * @param typeText the type as it was written, without NOT NULL
 * @param primaryKey whether PRIMARY KEY was written at the column itself
 */
public record PhysicalColumn(
        ObjectName name, DataType type, String typeText, boolean primaryKey, Optional<String> comment)
        implements ColumnDefinition {

    /** Whether NOT NULL was written. */
    public boolean notNull() {
        return !type.nullable();
    }
}
