package io.leat.engine.fake;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.ConnectorOption.Kind;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.Map;

/** Connector {@code scripted}: {@code 'script'} names what its tables deliver, {@code 'bounded'} whether that ends. */
public final class ScriptedConnector implements Connector {
    private final Map<String, Script> scripts;

    /** A connector for tables that read these scripts by name. */
    public ScriptedConnector(Map<String, Script> scripts) {
        this.scripts = Map.copyOf(scripts);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public List<ConnectorOption> options() {
        return List.of(
                ConnectorOption.required("script", Kind.TEXT, "The script to deliver."),
                ConnectorOption.optional("bounded", Kind.BOOLEAN, "false", "Whether reading it ends by itself."));
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return table.option("bounded").map(Boolean::parseBoolean).orElse(false)
                ? Boundedness.BOUNDED
                : Boundedness.UNBOUNDED;
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        return new ScriptedSource(table, scripts.get(table.option("script").orElseThrow()), range);
    }
}
