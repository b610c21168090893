package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.connector.contract.CollectingRows;
import io.leat.core.connector.BadRecord;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where reading begins and ends, and what a row shows of its record. */
class KafkaSourceTest {
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

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static String topicWith(int records) {
        String topic = KafkaFixture.newTopic("source");
        topics.create(topic, 1);
        topics.send(topic, 0, numbers(0, records));
        return topic;
    }

    @Test
    void earliestIsTheDefault() {
        String topic = topicWith(10);
        assertEquals(
                numbers(0, 10), KafkaFixture.first(KafkaFixture.readAll(KafkaFixture.lines(address, topic, Map.of()))));
    }

    @Test
    void latestBeginsAtTheEndOfTheMomentOfOpening() {
        String topic = topicWith(10);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of("scan.startup.mode", "latest-offset"));
        try (Source source = KafkaFixture.open(table, SourceRange.ALL)) {
            assertEquals(10, source.position().offset(topic + "-0"));
            topics.send(topic, 0, List.of("later"));
            assertEquals(List.of("later"), KafkaFixture.first(KafkaFixture.readToEnd(source, table)));
        }
    }

    @Test
    void aTimestampBeginsAtTheFirstRecordThatIsNotOlder() {
        String topic = KafkaFixture.newTopic("source");
        topics.create(topic, 2);
        for (int i = 0; i < 5; i++) {
            topics.send(new ProducerRecord<>(topic, 0, 1_000L + i, null, Topics.bytes("r" + i)));
        }
        topics.send(new ProducerRecord<>(topic, 1, 500L, null, Topics.bytes("old")));
        topics.flush();
        TableDefinition table = KafkaFixture.lines(
                address, topic, Map.of("scan.startup.mode", "timestamp", "scan.startup.timestamp-millis", "1003"));
        assertEquals(List.of("r3", "r4"), KafkaFixture.first(KafkaFixture.readAll(table)));
    }

    @Test
    void specificOffsetsBeginWhereTheySayAndElsewhereAtTheBeginning() {
        String topic = KafkaFixture.newTopic("source");
        topics.create(topic, 2);
        topics.send(topic, 0, numbers(0, 5));
        topics.send(topic, 1, List.of("x"));
        TableDefinition table = KafkaFixture.lines(
                address,
                topic,
                Map.of(
                        "scan.startup.mode",
                        "specific-offsets",
                        "scan.startup.specific-offsets",
                        "partition:0,offset:3"));
        List<String> read = KafkaFixture.first(KafkaFixture.readAll(table)).stream()
                .sorted()
                .toList();
        assertEquals(List.of("3", "4", "x"), read);
    }

    @Test
    void severalTopicsAreOneTable() {
        String first = topicWith(2);
        String second = topicWith(3);
        TableDefinition table = KafkaFixture.lines(address, first + ";" + second, Map.of());
        try (Source source = KafkaFixture.open(table, SourceRange.ALL)) {
            assertEquals(Set.of(first + "-0", second + "-0"), Set.copyOf(source.partitions()));
            assertEquals(5, KafkaFixture.readToEnd(source, table).rows().size());
        }
    }

    @Test
    void aBoundedTableEndsWhereTheTopicEndedAtOpening() {
        String topic = topicWith(10);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of("scan.bounded.mode", "latest-offset"));
        assertEquals(numbers(0, 10), KafkaFixture.first(KafkaFixture.readFinished(table, SourceRange.ALL)));
    }

    @Test
    void aRangeIsReadExactly() {
        String topic = topicWith(50);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of());
        SourceRange range = new SourceRange(
                Optional.of(Position.of(Map.of(topic + "-0", 11L))),
                Optional.of(Position.of(Map.of(topic + "-0", 37L))));
        assertEquals(numbers(11, 37), KafkaFixture.first(KafkaFixture.readFinished(table, range)));
    }

    @Test
    void aRangeReadsOnlyThePartitionsOfItsEnd() {
        String topic = KafkaFixture.newTopic("source");
        topics.create(topic, 2);
        topics.send(topic, 0, List.of("a"));
        topics.send(topic, 1, List.of("b"));
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of());
        SourceRange range = new SourceRange(Optional.empty(), Optional.of(Position.of(Map.of(topic + "-1", 1L))));
        assertEquals(List.of("b"), KafkaFixture.first(KafkaFixture.readFinished(table, range)));
    }

    @Test
    void aPositionIsWhereReadingGoesOn() {
        String topic = topicWith(100);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of());
        CollectingRows first = new CollectingRows(table);
        Position position;
        try (Source source = KafkaFixture.open(table, SourceRange.ALL)) {
            while (first.rows().size() < 42) {
                source.poll(first, 42 - first.rows().size());
            }
            position = source.position();
        }
        assertEquals(Map.of(topic + "-0", 42L), position.offsets());
        try (Source source = KafkaFixture.open(table, new SourceRange(Optional.of(position), Optional.empty()))) {
            assertEquals(numbers(42, 100), KafkaFixture.first(KafkaFixture.readToEnd(source, table)));
            assertEquals(PollStatus.IDLE, source.poll(first, 10));
        }
    }

    @Test
    void keyAndMetadataAreColumns() {
        String topic = KafkaFixture.newTopic("source");
        topics.create(topic, 1);
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(topic, 0, 1_700_000_000_123L, Topics.bytes("k"), Topics.bytes("v"));
        sent.headers().add("a", new byte[] {1}).add("a", new byte[] {2});
        topics.send(sent);
        topics.flush();
        List<ColumnDefinition> columns = List.of(
                KafkaFixture.ID,
                KafkaFixture.LINE,
                ColumnDefinition.metadata("t", DataType.STRING, "topic", true),
                ColumnDefinition.metadata("p", DataType.INTEGER, "partition", true),
                ColumnDefinition.metadata("o", DataType.BIGINT, "offset", true),
                ColumnDefinition.metadata("ts", DataType.TIMESTAMP_LTZ, "timestamp", true),
                ColumnDefinition.metadata("kind", DataType.STRING, "timestamp-type", true),
                ColumnDefinition.metadata("epoch", DataType.INTEGER, "leader-epoch", true),
                ColumnDefinition.metadata("h", DataType.map(DataType.STRING, DataType.BYTES), "headers", true));
        TableDefinition table = KafkaFixture.table("kafka", address, topic, columns, List.of(), keyOutsideValue());
        List<Object> row = KafkaFixture.readAll(table).rows().get(0).values();
        assertEquals(
                List.of("k", "v", topic, 0, 0L, Instant.ofEpochMilli(1_700_000_000_123L), "CreateTime", 0),
                row.subList(0, 8));
        assertEquals(2, ((byte[]) ((Map<?, ?>) row.get(8)).get("a"))[0]);
    }

    private static Map<String, String> keyOutsideValue() {
        return Map.of(
                "value.format", "raw",
                "key.format", "raw",
                "key.fields", "id",
                "value.fields-include", "EXCEPT_KEY");
    }

    @Test
    void aRecordWithoutKeyHasNullInItsKeyColumns() {
        String topic = topicWith(1);
        TableDefinition table = KafkaFixture.table(
                "kafka", address, topic, List.of(KafkaFixture.ID, KafkaFixture.LINE), List.of(), keyOutsideValue());
        assertEquals(
                java.util.Arrays.asList(null, "0"),
                KafkaFixture.readAll(table).rows().get(0).values());
    }

    @Test
    void aBadRecordSaysWhereItIs() {
        String topic = KafkaFixture.newTopic("source");
        topics.create(topic, 1);
        topics.send(topic, 0, List.of("good"));
        topics.send(new ProducerRecord<>(topic, 0, null, new byte[] {(byte) 0xff}));
        topics.send(topic, 0, List.of("good again"));
        CollectingRows rows = KafkaFixture.readAll(KafkaFixture.lines(address, topic, Map.of()));
        assertEquals(List.of("good", "good again"), KafkaFixture.first(rows));
        assertEquals(topic + "-0", rows.bad().get(0).partition());
        assertEquals(1, rows.bad().get(0).offset());
    }

    @Test
    void anUnknownTopicIsAnErrorWithTheNearestName() {
        String topic = topicWith(1);
        LeatException error = assertThrows(
                LeatException.class,
                () -> KafkaFixture.open(KafkaFixture.lines(address, topic + "x", Map.of()), SourceRange.ALL));
        assertEquals(ErrorCode.CONNECTION, error.code());
        assertEquals(
                "Kafka at " + address + " has no topic '" + topic + "x' that table \"events\" could read",
                error.getMessage());
        assertTrue(
                error.hint().orElseThrow().startsWith("did you mean '"),
                error.hint().orElseThrow());
    }

    @Test
    void aBrokerThatIsNotThereIsAnErrorInTime() {
        TableDefinition table =
                KafkaFixture.lines("127.0.0.1:1", "t", Map.of("properties.default.api.timeout.ms", "1000"));
        LeatException error = assertThrows(LeatException.class, () -> KafkaFixture.open(table, SourceRange.ALL));
        assertEquals(ErrorCode.CONNECTION, error.code());
        assertEquals(
                "Kafka at 127.0.0.1:1 did not answer within 1 s while opening table \"events\"", error.getMessage());
    }

    @Test
    void offsetsThatWereDeletedStopTheSource() {
        String topic = topicWith(20);
        topics.deleteBefore(topic, 0, 15);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of());
        SourceRange range = new SourceRange(Optional.of(Position.of(Map.of(topic + "-0", 3L))), Optional.empty());
        try (Source source = KafkaFixture.open(table, range)) {
            CollectingRows rows = new CollectingRows(table);
            LeatException error = assertThrows(
                    LeatException.class,
                    () -> KafkaFixture.pollUntil(
                            source, rows, () -> !rows.rows().isEmpty()));
            assertEquals(
                    "topic '" + topic + "' has no offset 3 in partition 0: it holds 15 up to 20", error.getMessage());
        }
        assertEquals(numbers(15, 20), KafkaFixture.first(KafkaFixture.readAll(table)));
    }

    @Test
    void offsetsThatWereDeletedAreLeftOutAndReportedIfTheTableSaysSo() {
        String topic = topicWith(20);
        topics.deleteBefore(topic, 0, 15);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of("scan.missing-offsets", "earliest"));
        Position from = Position.of(Map.of(topic + "-0", 3L));
        SourceRange range = new SourceRange(Optional.of(from), Optional.empty());
        for (int times = 0; times < 2; times++) {
            try (Source source = KafkaFixture.open(table, range)) {
                CollectingRows rows = KafkaFixture.readToEnd(source, table);
                assertEquals(numbers(15, 20), KafkaFixture.first(rows));
                assertEquals(1, rows.bad().size());
                BadRecord gap = rows.bad().get(0);
                assertEquals(topic + "-0", gap.partition());
                assertEquals(3, gap.offset());
                assertEquals("12 records up to offset 14 were deleted before they were read", gap.reason());
            }
        }
    }

    @Test
    void aTopicThatHasFewerRecordsThanWereReadIsNeverReadAgain() {
        String topic = topicWith(5);
        TableDefinition table = KafkaFixture.lines(address, topic, Map.of("scan.missing-offsets", "earliest"));
        SourceRange range = new SourceRange(Optional.of(Position.of(Map.of(topic + "-0", 9L))), Optional.empty());
        try (Source source = KafkaFixture.open(table, range)) {
            CollectingRows rows = new CollectingRows(table);
            LeatException error = assertThrows(
                    LeatException.class,
                    () -> KafkaFixture.pollUntil(
                            source, rows, () -> !rows.rows().isEmpty()));
            assertEquals(
                    "topic '" + topic + "' has no offset 9 in partition 0: it holds 0 up to 5", error.getMessage());
        }
    }
}
