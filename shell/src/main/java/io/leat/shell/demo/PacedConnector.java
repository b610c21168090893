package io.leat.shell.demo;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.MetadataColumn;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;
import java.util.ServiceLoader;

/** Another connector, but for its streams of events, which come at a pace. Tables without event time are read at once. */
public final class PacedConnector implements Connector {
    private final Connector connector;
    private final Pace pace;

    private PacedConnector(Connector connector, Pace pace) {
        this.connector = connector;
        this.pace = pace;
    }

    /** The connector of a name that is on the class path, with a pace. */
    public static PacedConnector of(String name, Pace pace) {
        return ServiceLoader.load(Connector.class, Connector.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(connector -> connector.name().equals(name))
                .map(connector -> new PacedConnector(connector, pace))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        Source source = connector.openSource(table, range, context);
        return table.watermark().isPresent() ? new PacedSource(source, pace) : source;
    }

    @Override
    public String name() {
        return connector.name();
    }

    @Override
    public List<ConnectorOption> options() {
        return connector.options();
    }

    @Override
    public List<MetadataColumn> metadata() {
        return connector.metadata();
    }

    @Override
    public void validate(TableDefinition table) {
        connector.validate(table);
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return connector.boundedness(table);
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return connector.sinkMode(table);
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        return connector.openSink(table, context);
    }
}
