package io.leat.connector.contract;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table definitions for tests. */
public final class Tables {

    private Tables() {}

    /** A table without key and watermark. */
    public static TableDefinition of(List<ColumnDefinition> columns, Map<String, String> options) {
        return new TableDefinition("t", columns, List.of(), Optional.empty(), options);
    }

    /** A column of the record. */
    public static ColumnDefinition column(String name, DataType type) {
        return ColumnDefinition.physical(name, type);
    }
}
