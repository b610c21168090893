package io.leat.shell.edit;

import io.leat.core.connector.ConnectorOption;
import io.leat.engine.Result;
import io.leat.engine.Session;
import java.util.List;

/** The names that a session knows. */
record SessionNames(Session session) implements Names {

    @Override
    public List<String> relations() {
        return session.relationNames();
    }

    @Override
    public List<Column> columns(String relation) {
        return session.relationSchema(relation)
                .map(schema -> schema.fields().stream()
                        .map(field -> new Column(field.name(), field.type().toString()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<Function> functions() {
        try (Result result = session.execute("SHOW FUNCTIONS")) {
            return result.rows().stream()
                    .map(row -> new Function(row.getString(0), row.getString(1), row.getString(2)))
                    .toList();
        }
    }

    @Override
    public List<String> connectors() {
        return session.connectorNames();
    }

    @Override
    public List<ConnectorOption> options(String connector) {
        return session.connectorOptions(connector);
    }
}
