package io.leat.engine.fake;

import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import java.util.List;

/** Connector {@code ledger}: its tables can be written exactly once, and a {@link Ledger} has what was written. */
public final class LedgerConnector implements Connector {
    private final Ledger ledger;

    /** A connector that writes all its tables into one ledger. */
    public LedgerConnector(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<ConnectorOption> options() {
        return List.of();
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return SinkMode.CHANGELOG;
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        return ledger.open(table, context);
    }
}
