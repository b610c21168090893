package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.CollectingRows;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.JavaValues;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What arrives in a topic of what is written to a table. */
class KafkaSinkTest {
    private static final ColumnDefinition HEADERS =
            ColumnDefinition.metadata("h", DataType.map(DataType.STRING, DataType.BYTES), "headers", false);
    private static final ColumnDefinition TIMESTAMP =
            ColumnDefinition.metadata("ts", DataType.TIMESTAMP_LTZ, "timestamp", false);

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

    private static String topic(int partitions) {
        String topic = KafkaFixture.newTopic("sink");
        topics.create(topic, partitions);
        return topic;
    }

    private static Sink open(TableDefinition table) {
        return KafkaFixture.connector(table.connector().orElseThrow()).openSink(table, KafkaFixture.sinkContext());
    }

    /** A change: each row has its weight first. */
    private static ZSet change(TableDefinition table, List<List<Object>> rows) {
        List<DataType> types =
                table.writtenColumns().stream().map(ColumnDefinition::type).toList();
        ChunkBuilder builder = new ChunkBuilder(types, rows.size());
        for (List<Object> row : rows) {
            for (int i = 0; i < types.size(); i++) {
                JavaValues.append(builder.column(i), types.get(i), row.get(i + 1));
            }
            builder.endRow((Long) row.get(0));
        }
        Chunk chunk = builder.build();
        return ZSet.of(chunk);
    }

    @Test
    void rowsArriveInOrderAndAsOftenAsTheirWeightSays() {
        String topic = topic(1);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of());
        try (Sink sink = open(table)) {
            sink.write(1, change(table, List.of(List.of(1L, "a"), List.of(2L, "b"))));
            sink.write(2, change(table, List.of(List.of(1L, "c"))));
            sink.flush(2);
            assertEquals(List.of("a", "b", "b", "c"), KafkaFixture.first(KafkaFixture.readAll(table)));
        }
    }

    @Test
    void keyHeadersTimestampAndTickStandInTheRecord() {
        String topic = topic(1);
        Map<String, String> options = Map.of(
                "value.format", "raw",
                "key.format", "raw",
                "key.fields", "id",
                "value.fields-include", "EXCEPT_KEY");
        TableDefinition table = KafkaFixture.table(
                "kafka",
                address,
                topic,
                List.of(KafkaFixture.ID, KafkaFixture.LINE, HEADERS, TIMESTAMP),
                List.of(),
                options);
        Instant when = Instant.parse("2026-01-31T10:00:00.123Z");
        try (Sink sink = open(table)) {
            sink.write(7, change(table, List.of(List.of(1L, "k", "v", Map.of("origin", new byte[] {9}), when))));
        }
        List<Object> row = KafkaFixture.readAll(table).rows().get(0).values();
        assertEquals("k", row.get(0));
        assertEquals("v", row.get(1));
        assertEquals(when, row.get(3));
        Map<?, ?> headers = (Map<?, ?>) row.get(2);
        assertArrayEquals(new byte[] {9}, (byte[]) headers.get("origin"));
        assertArrayEquals(Topics.bytes("7"), (byte[]) headers.get("leat.tick"));
    }

    private static TableDefinition upsert(String topic) {
        return KafkaFixture.table(
                "upsert-kafka",
                address,
                topic,
                List.of(KafkaFixture.ID, KafkaFixture.LINE),
                List.of(0),
                Map.of("key.format", "raw", "value.format", "raw", "value.fields-include", "EXCEPT_KEY"));
    }

    @Test
    void anUpsertTableGoesOutAndComesBack() {
        String topic = topic(3);
        TableDefinition table = upsert(topic);
        try (Sink sink = open(table)) {
            sink.write(1, change(table, List.of(List.of(1L, "a", "1"), List.of(1L, "b", "1"), List.of(1L, "c", "1"))));
            sink.write(
                    2, change(table, List.of(List.of(-1L, "a", "1"), List.of(-1L, "b", "1"), List.of(1L, "a", "2"))));
            sink.flush(2);
        }
        CollectingRows rows = KafkaFixture.readAll(table);
        assertEquals(5, rows.rows().size());
        Map<Object, Object> content = new TreeMap<>();
        for (CollectingRows.Row row : rows.rows()) {
            Object key = row.values().get(0);
            if (row.weight() > 0) {
                content.put(key, row.values().get(1));
            } else {
                assertTrue(content.containsKey(key), "deleted before it was there: " + key);
                content.remove(key);
            }
        }
        assertEquals(Map.of("a", "2", "c", "1"), content);
    }

    @Test
    void aRecordWithoutKeyIsBadInAnUpsertTable() {
        String topic = topic(1);
        topics.send(topic, 0, List.of("no key"));
        CollectingRows rows = KafkaFixture.readAll(upsert(topic));
        assertEquals(List.of(), rows.rows());
        assertEquals("the record has no key", rows.bad().get(0).reason());
    }

    @Test
    void metadataThatKafkaSetsCannotBeWritten() {
        ColumnDefinition offset = ColumnDefinition.metadata("o", DataType.BIGINT, "offset", false);
        TableDefinition table = KafkaFixture.table(
                "kafka", address, "t", List.of(KafkaFixture.LINE, offset), List.of(), Map.of("format", "raw"));
        LeatException error = assertThrows(LeatException.class, () -> open(table));
        assertEquals("column \"o\" cannot be written: Kafka itself sets metadata 'offset'", error.getMessage());
        assertEquals(
                "Declare it as METADATA FROM 'offset' VIRTUAL.", error.hint().orElseThrow());
    }

    @Test
    void aSinkWritesToOneTopic() {
        LeatException error =
                assertThrows(LeatException.class, () -> open(KafkaFixture.lines(address, "a;b", Map.of())));
        assertEquals("a sink writes to one topic, but option 'topic' of table \"events\" names 2", error.getMessage());
    }

    @Test
    void aBrokerThatIsNotThereIsAnErrorInTime() {
        TableDefinition table = KafkaFixture.lines("127.0.0.1:1", "t", Map.of("properties.max.block.ms", "1000"));
        LeatException error = assertThrows(LeatException.class, () -> open(table));
        assertEquals(ErrorCode.CONNECTION, error.code());
        assertEquals(
                "Kafka at 127.0.0.1:1 did not answer within 1 s while opening table \"events\"", error.getMessage());
    }
}
