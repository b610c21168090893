package io.leat.tests.kafka;

import io.leat.connector.contract.SourceContract;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;

/** Two partitions with good, bad and empty records, and transactions that were aborted between and behind them. */
class KafkaSourceContractTest extends SourceContract {
    private final String topic = KafkaFixture.newTopic("contract");

    @BeforeEach
    void fill() {
        try (Topics topics = new Topics(KafkaBroker.shared().address())) {
            topics.create(topic, 2);
            topics.send(topic, 0, json(0, 9));
            topics.send(topic, 0, List.of("{\"id\": oops"));
            topics.send(new ProducerRecord<>(topic, 0, Topics.bytes("k"), null));
            topics.transaction(topic, 0, json(10, 12), false);
            topics.transaction(topic, 0, json(12, 15), true);
            topics.transaction(topic, 0, json(15, 16), false);
            topics.send(topic, 1, json(20, 25));
        }
    }

    private static List<String> json(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"n" + id + "\"}")
                .toList();
    }

    @Override
    protected Connector connector() {
        return KafkaFixture.connector("kafka");
    }

    @Override
    protected TableDefinition table() {
        List<ColumnDefinition> columns = List.of(
                ColumnDefinition.physical("id", DataType.BIGINT),
                ColumnDefinition.physical("name", DataType.STRING),
                ColumnDefinition.metadata("o", DataType.BIGINT, "offset", true));
        return KafkaFixture.table(
                "kafka", KafkaBroker.shared().address(), topic, columns, List.of(), Map.of("format", "json"));
    }

    @Override
    protected SourceContext context() {
        return KafkaFixture.sourceContext();
    }
}
