package io.leat.engine.run;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.executor.source.ErrorPolicy;
import io.leat.executor.source.TableReader;

/** Opens readers of tables through their connectors. Safe from any thread. */
public final class SourceOpener {
    private final ConnectorRegistry connectors;
    private final SourceContext context;

    /** An opener over the connectors that there are. */
    public SourceOpener(ConnectorRegistry connectors, SourceContext context) {
        this.connectors = connectors;
        this.context = context;
    }

    /** A reader of part of a table's history. */
    TableReader open(TableDefinition table, SourceRange range, ErrorPolicy fallback) {
        Connector connector = connectors.require(table);
        TableOptions options = TableOptions.of(table);
        return new TableReader(
                table,
                connector.openSource(table, range, context),
                options.errorPolicy().orElse(fallback),
                options.idleTimeout(),
                context.clock(),
                context.limits().chunkRows());
    }

    /** Whether reading a table ends by itself. */
    Boundedness boundedness(TableDefinition table) {
        return connectors.require(table).boundedness(table);
    }
}
