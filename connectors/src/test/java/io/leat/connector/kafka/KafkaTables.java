package io.leat.connector.kafka;

import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables for tests. */
final class KafkaTables {

    private KafkaTables() {}

    /** A table of connector {@code kafka} with one column, at an address where nobody listens, and more options. */
    static TableDefinition raw(Map<String, String> more) {
        return of(
                "kafka",
                List.of(ColumnDefinition.physical("line", DataType.STRING)),
                List.of(),
                with(more, "format", "raw"));
    }

    /** A table with a topic, at an address where nobody listens, and more options. */
    static TableDefinition of(
            String connector, List<ColumnDefinition> columns, List<Integer> primaryKey, Map<String, String> more) {
        Map<String, String> options = new HashMap<>();
        options.put("connector", connector);
        options.put("topic", "t");
        options.put("properties.bootstrap.servers", "127.0.0.1:1");
        options.putAll(more);
        return new TableDefinition("events", columns, primaryKey, java.util.Optional.empty(), options);
    }

    /** The same options and one more. */
    static Map<String, String> with(Map<String, String> options, String key, String value) {
        Map<String, String> all = new HashMap<>(options);
        all.put(key, value);
        return all;
    }
}
