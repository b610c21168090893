package io.leat.tests.kafka;

import io.leat.connector.contract.SourceContract;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;

/** Keys that come, change and go, in two partitions. */
class UpsertKafkaSourceContractTest extends SourceContract {
    private final String topic = KafkaFixture.newTopic("contract");

    @BeforeEach
    void fill() {
        try (Topics topics = new Topics(KafkaBroker.shared().address())) {
            topics.create(topic, 2);
            for (int i = 0; i < 12; i++) {
                String key = "{\"id\": " + i % 7 + "}";
                String value = i % 5 == 4 ? null : "{\"name\": \"n" + i + "\"}";
                topics.send(new ProducerRecord<>(topic, i % 7 % 2, Topics.bytes(key), Topics.bytes(value)));
            }
            topics.send(new ProducerRecord<>(topic, 0, Topics.bytes("{"), Topics.bytes("{}")));
            topics.flush();
        }
    }

    @Override
    protected Connector connector() {
        return KafkaFixture.connector("upsert-kafka");
    }

    @Override
    protected TableDefinition table() {
        List<ColumnDefinition> columns = List.of(
                ColumnDefinition.physical("name", DataType.STRING),
                ColumnDefinition.physical("id", DataType.INTEGER.withNullable(false)));
        return KafkaFixture.table(
                "upsert-kafka",
                KafkaBroker.shared().address(),
                topic,
                columns,
                List.of(1),
                Map.of("key.format", "json", "value.format", "json"));
    }

    @Override
    protected SourceContext context() {
        return KafkaFixture.sourceContext();
    }
}
