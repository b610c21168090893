package io.leat.engine.fake;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import java.util.List;

/** Connector {@code recording}: its tables can be written, and {@link Recording} has what was written to them. */
public final class RecordingConnector implements Connector {
    private final Recording recording;

    /** A connector that records all its tables together. */
    public RecordingConnector(Recording recording) {
        this.recording = recording;
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public List<ConnectorOption> options() {
        return List.of();
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return recording.mode();
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        return recording.open(table);
    }
}
