package io.leat.engine.run;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.executor.source.ErrorPolicy;
import io.leat.executor.source.ReaderOptions;
import io.leat.executor.source.ReaderState;
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
        return open(table, range, fallback, new ReaderState());
    }

    /**
     * A reader with what is remembered of its table.
     *
     * @param range what it reads if it has not begun; else only its end counts
     */
    TableReader open(TableDefinition table, SourceRange range, ErrorPolicy fallback, ReaderState state) {
        Connector connector = connectors.require(table);
        TableOptions options = TableOptions.of(table);
        ReaderOptions reading = new ReaderOptions(
                options.errorPolicy().orElse(fallback),
                options.idleTimeout(),
                context.limits().chunkRows());
        return new TableReader(table, reading, state, range, part -> connector.openSource(table, part, context));
    }

    /** The time of a tick, in milliseconds since 1970. */
    long now() {
        return context.clock().epochMillis();
    }

    /** The clock's nanoseconds. */
    long nanos() {
        return context.clock().nanos();
    }

    /** Whether reading a table ends by itself. */
    Boundedness boundedness(TableDefinition table) {
        return connectors.require(table).boundedness(table);
    }
}
