package io.leat.connector.kafka;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.Connector;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.MetadataColumn;
import io.leat.core.connector.Sink;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.List;

/** Connector {@code upsert-kafka}: a topic holds the latest row of each key; a record without value deletes its key. */
public final class UpsertKafkaConnector implements Connector {

    @Override
    public String name() {
        return "upsert-kafka";
    }

    @Override
    public List<ConnectorOption> options() {
        return KafkaOptions.upsert();
    }

    @Override
    public List<MetadataColumn> metadata() {
        return KafkaMetadata.columns();
    }

    @Override
    public void validate(TableDefinition table) {
        KafkaTable.upsert(table);
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return KafkaTable.upsert(table).boundedness();
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        return SourceOpening.open(KafkaTable.upsert(table), range, context);
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return SinkMode.UPSERT;
    }

    @Override
    public DeliveryGuarantee guarantee(TableDefinition table, boolean durable) {
        return KafkaTable.upsert(table).guarantee(durable);
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        return new KafkaSink(KafkaTable.upsert(table), context);
    }
}
