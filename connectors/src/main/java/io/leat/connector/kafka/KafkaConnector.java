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

/** Connector {@code kafka}: each record of a topic is a row, each new row a record. */
public final class KafkaConnector implements Connector {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<ConnectorOption> options() {
        return KafkaOptions.append();
    }

    @Override
    public List<MetadataColumn> metadata() {
        return KafkaMetadata.columns();
    }

    @Override
    public void validate(TableDefinition table) {
        KafkaTable.append(table);
    }

    @Override
    public Boundedness boundedness(TableDefinition table) {
        return KafkaTable.append(table).boundedness();
    }

    @Override
    public Source openSource(TableDefinition table, SourceRange range, SourceContext context) {
        return SourceOpening.open(KafkaTable.append(table), range, context);
    }

    @Override
    public SinkMode sinkMode(TableDefinition table) {
        return SinkMode.APPEND_ONLY;
    }

    @Override
    public DeliveryGuarantee guarantee(TableDefinition table, boolean durable) {
        return KafkaTable.append(table).guarantee(durable);
    }

    @Override
    public Sink openSink(TableDefinition table, SinkContext context) {
        return new KafkaSink(KafkaTable.append(table), context);
    }
}
