package io.leat.parser.statement;

import io.leat.core.type.DataType;
import java.util.Optional;

/**
 * A column that the connector knows beside the record: {@code name type METADATA [FROM 'key'] [VIRTUAL]}.
 *
 * @param typeText the type as it was written, without NOT NULL
 * @param key the connector's name for it; the column's own name if not written
 * @param virtual whether the column is left out when rows are written
 */
public record MetadataColumn(
        ObjectName name,
        DataType type,
        String typeText,
        Optional<String> key,
        boolean virtual,
        Optional<String> comment)
        implements ColumnDefinition {

    /** The connector's name for it. */
    public String metadataKey() {
        return key.orElse(name.name());
    }
}
