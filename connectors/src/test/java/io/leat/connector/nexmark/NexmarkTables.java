package io.leat.connector.nexmark;

import io.leat.connector.contract.Tables;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Definitions of the three tables. */
final class NexmarkTables {

    private NexmarkTables() {}

    /** A table with all its columns; options besides {@code table}. */
    static TableDefinition of(NexmarkTable table, Map<String, String> options) {
        return of(table, table.fields(), options);
    }

    static TableDefinition of(NexmarkTable table, List<Field> fields, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put("connector", "nexmark");
        all.put("table", table.title());
        List<ColumnDefinition> columns = fields.stream()
                .map(field -> ColumnDefinition.physical(field.name(), field.type()))
                .toList();
        return Tables.of(columns, all);
    }
}
