package io.leat.core.connector;

import io.leat.core.error.LeatException;
import java.util.List;

/** One kind of place that tables can be bound to, named by {@code 'connector'='...'}. Stateless; safe from any thread. */
public interface Connector {

    /** The name in {@code 'connector'='name'}. */
    String name();

    /** All options that a table of this connector may have, those of its formats among them. What is not listed is refused. */
    List<ConnectorOption> options();

    /** The metadata columns that a table may have: {@code METADATA FROM 'key'}. */
    default List<MetadataColumn> metadata() {
        return List.of();
    }

    /**
     * Checks a table when it is created, without opening anything: options that need or exclude each other, columns that
     * the format cannot hold.
     *
     * @throws LeatException if the table cannot work
     */
    default void validate(TableDefinition table) {}

    /** Whether reading such a table ends by itself. */
    default Boundedness boundedness(TableDefinition table) {
        return Boundedness.UNBOUNDED;
    }

    /**
     * Opens a source that reads a table's rows.
     *
     * @throws LeatException if the table cannot be read, with what was tried
     */
    default Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        throw LeatException.unsupported(
                "reading from connector '" + name() + "'",
                "Use this table as a sink: INSERT INTO " + table.name() + " SELECT ...");
    }

    /** What kinds of change a sink for this table takes. */
    default SinkMode sinkMode(TableDefinition table) {
        return SinkMode.NONE;
    }

    /**
     * How often a change reaches a sink for this table.
     *
     * @param durable whether the engine keeps its progress, and gives the sink an identity
     */
    default DeliveryGuarantee guarantee(TableDefinition table, boolean durable) {
        return DeliveryGuarantee.AT_LEAST_ONCE;
    }

    /**
     * Opens a sink that writes to a table.
     *
     * @throws LeatException if the table cannot be written, with what was tried
     */
    default Sink openSink(TableDefinition table, SinkContext context) {
        throw LeatException.unsupported(
                "writing to connector '" + name() + "'", "Tables of this connector can only be read.");
    }
}
