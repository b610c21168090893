package io.leat.tests.kafka;

import io.leat.connector.contract.SinkContract;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A sink of connector {@code kafka}, as its own source shows it. */
class KafkaSinkContractTest extends SinkContract {
    /** How many partitions the topic has. */
    protected static final int PARTITIONS = 3;

    /** The topic. */
    protected final String topic = KafkaFixture.newTopic("contract");

    @BeforeEach
    void create() {
        try (Topics topics = new Topics(KafkaBroker.shared().address())) {
            topics.create(topic, PARTITIONS);
        }
    }

    /** The columns of the table. */
    protected static List<ColumnDefinition> columns() {
        return List.of(
                ColumnDefinition.physical("id", DataType.BIGINT), ColumnDefinition.physical("name", DataType.STRING));
    }

    @Override
    protected Connector connector() {
        return KafkaFixture.connector("kafka");
    }

    @Override
    protected TableDefinition table() {
        return KafkaFixture.table(
                "kafka", KafkaBroker.shared().address(), topic, columns(), List.of(), Map.of("format", "json"));
    }

    @Override
    protected SinkContext context() {
        return KafkaFixture.sinkContext();
    }

    @Override
    protected List<Object> row(int number) {
        return List.of((long) number, "row " + number);
    }

    @Override
    protected List<String> visible() {
        return KafkaFixture.readAll(table()).values().stream()
                .map(List::toString)
                .toList();
    }

    @Override
    protected String shown(List<Object> row) {
        return row.toString();
    }

    @Override
    protected boolean knowsItsLastTick() {
        return false;
    }
}
