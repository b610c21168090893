package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.connector.contract.CollectingRows;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which columns come from a record's key and which from its value. */
class KafkaKeysTest {
    private static final ColumnDefinition ID = ColumnDefinition.physical("id", DataType.INTEGER.withNullable(false));
    private static final ColumnDefinition NAME = ColumnDefinition.physical("name", DataType.STRING);

    private static String address;
    private static Topics topics;

    @BeforeAll
    static void connect() {
        address = KafkaBroker.shared().address();
        topics = new Topics(address);
    }

    @AfterAll
    static void disconnect() {
        topics.close();
    }

    private static String topicWith(String... keysAndValues) {
        String topic = KafkaFixture.newTopic("keys");
        topics.create(topic, 1);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            topics.send(
                    new ProducerRecord<>(topic, 0, Topics.bytes(keysAndValues[i]), Topics.bytes(keysAndValues[i + 1])));
        }
        topics.flush();
        return topic;
    }

    private static TableDefinition upsert(String topic, List<ColumnDefinition> columns, Map<String, String> options) {
        return KafkaFixture.table("upsert-kafka", address, topic, columns, List.of(0), options);
    }

    @Test
    void theKeyOfAnUpsertTableComesFromTheKeyWhateverTheValueSays() {
        String topic = topicWith("{\"id\":1}", "{\"name\":\"a\"}", "{\"id\":2}", "{\"id\":9,\"name\":\"b\"}");
        TableDefinition table = upsert(topic, List.of(ID, NAME), Map.of("key.format", "json", "value.format", "json"));
        assertEquals(
                List.of(List.of(1, "a"), List.of(2, "b")),
                KafkaFixture.readAll(table).values());
    }

    @Test
    void valuesThatGoByPositionHoldTheKeyToo() {
        String topic = topicWith("1", "1,a", "2", "2,b", "1", null, "3", "x,c,too many");
        TableDefinition table = upsert(topic, List.of(ID, NAME), Map.of("key.format", "csv", "value.format", "csv"));
        CollectingRows rows = KafkaFixture.readAll(table);
        assertEquals(List.of(List.of(1, "a"), List.of(2, "b"), Arrays.asList(1, null)), rows.values());
        assertEquals(
                List.of(1L, 1L, -1L),
                rows.rows().stream().map(CollectingRows.Row::weight).toList());
        assertEquals(3, rows.bad().get(0).offset());
    }

    @Test
    void aBadKeyIsABadRecord() {
        String topic = topicWith("{\"id\":\"x\"}", "{\"name\":\"a\"}");
        TableDefinition table = upsert(topic, List.of(ID, NAME), Map.of("key.format", "json", "value.format", "json"));
        CollectingRows rows = KafkaFixture.readAll(table);
        assertEquals(List.of(), rows.rows());
        assertEquals("key: ", rows.bad().get(0).reason().substring(0, 5));
    }

    @Test
    void aPrefixTellsColumnsOfTheKeyFromThoseOfTheValue() {
        String topic = topicWith("{\"id\":1}", "{\"id\":2}");
        ColumnDefinition keyId = ColumnDefinition.physical("k_id", DataType.INTEGER);
        TableDefinition table = KafkaFixture.table(
                "kafka",
                address,
                topic,
                List.of(keyId, ID),
                List.of(),
                Map.of(
                        "format", "json",
                        "key.format", "json",
                        "key.fields", "k_id",
                        "key.fields-prefix", "k_",
                        "value.fields-include", "EXCEPT_KEY"));
        assertEquals(List.of(List.of(1, 2)), KafkaFixture.readAll(table).values());
    }

    @Test
    void columnsInBothComeFromTheValueOfAPlainTable() {
        String topic = topicWith("{\"id\":1}", "{\"id\":2,\"name\":\"a\"}");
        TableDefinition table = KafkaFixture.table(
                "kafka",
                address,
                topic,
                List.of(ID, NAME),
                List.of(),
                Map.of("format", "json", "key.format", "json", "key.fields", "id"));
        assertEquals(List.of(List.of(2, "a")), KafkaFixture.readAll(table).values());
    }

    @Test
    void aRecordWithoutValueIsNoRowOfAPlainTableUnlessItIsRaw() {
        String topic = topicWith("k", null, "k", "{\"id\":1}");
        TableDefinition json =
                KafkaFixture.table("kafka", address, topic, List.of(ID), List.of(), Map.of("format", "json"));
        assertEquals(List.of(List.of(1)), KafkaFixture.readAll(json).values());
        assertEquals(
                Arrays.asList("null", "{\"id\":1}"),
                KafkaFixture.first(KafkaFixture.readAll(KafkaFixture.lines(address, topic, Map.of()))));
    }
}
