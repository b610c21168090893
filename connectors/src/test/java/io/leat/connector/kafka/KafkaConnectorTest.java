package io.leat.connector.kafka;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.connector.Boundedness;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.SinkMode;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.core.type.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What is checked when a table is created. */
class KafkaConnectorTest {
    private static final ColumnDefinition ID = ColumnDefinition.physical("id", DataType.STRING);
    private static final ColumnDefinition LINE = ColumnDefinition.physical("line", DataType.STRING);

    private final Connector kafka = new KafkaConnector();
    private final Connector upsert = new UpsertKafkaConnector();

    private static String refusal(Connector connector, TableDefinition table) {
        return assertThrows(LeatException.class, () -> connector.validate(table))
                .getMessage();
    }

    private static TableDefinition keyed(Map<String, String> more) {
        return KafkaTables.of("upsert-kafka", List.of(ID, LINE), List.of(0), more);
    }

    @Test
    void bothAreFound() {
        List<String> names = ServiceLoader.load(Connector.class).stream()
                .map(provider -> provider.get().name())
                .toList();
        assertTrue(names.containsAll(List.of("kafka", "upsert-kafka")), names.toString());
    }

    @Test
    void aPlainTableIsAnUnboundedStreamThatCanBeAppendedTo() {
        TableDefinition table = KafkaTables.raw(Map.of());
        assertDoesNotThrow(() -> kafka.validate(table));
        assertEquals(Boundedness.UNBOUNDED, kafka.boundedness(table));
        assertEquals(SinkMode.APPEND_ONLY, kafka.sinkMode(table));
    }

    @Test
    void aTableThatEndsAtTheLatestOffsetIsBounded() {
        assertEquals(
                Boundedness.BOUNDED, kafka.boundedness(KafkaTables.raw(Map.of("scan.bounded.mode", "latest-offset"))));
    }

    @Test
    void anUpsertTableNeedsAKeyAndAPlainOneHasNone() {
        assertEquals(
                "connector 'upsert-kafka' needs a PRIMARY KEY on the table",
                refusal(upsert, KafkaTables.of("upsert-kafka", List.of(ID, LINE), List.of(), Map.of())));
        assertEquals(
                "connector 'kafka' keeps no PRIMARY KEY",
                refusal(kafka, KafkaTables.of("kafka", List.of(ID, LINE), List.of(0), Map.of("value.format", "raw"))));
    }

    @Test
    void anUpsertTableTakesTheLatestRowOfEachKey() {
        TableDefinition table =
                keyed(Map.of("key.format", "raw", "value.format", "raw", "value.fields-include", "EXCEPT_KEY"));
        assertDoesNotThrow(() -> upsert.validate(table));
        assertEquals(SinkMode.UPSERT, upsert.sinkMode(table));
    }

    @Test
    void keyFormatAndKeyFieldsGoTogether() {
        assertEquals(
                "options 'key.format' and 'key.fields' go together",
                refusal(kafka, KafkaTables.raw(Map.of("key.format", "raw"))));
        assertEquals(
                "options 'key.format' and 'key.fields' go together",
                refusal(kafka, KafkaTables.raw(Map.of("key.fields", "line"))));
    }

    @Test
    void keyFieldsAreColumns() {
        assertEquals(
                "option 'key.fields' names unknown column \"lin\"",
                refusal(kafka, KafkaTables.raw(Map.of("key.format", "raw", "key.fields", "lin"))));
    }

    @Test
    void aPrefixNeedsKeysOutsideTheValue() {
        TableDefinition table = KafkaTables.of(
                "kafka",
                List.of(ID),
                List.of(),
                Map.of("format", "raw", "key.format", "raw", "key.fields", "id", "key.fields-prefix", "i"));
        assertEquals("option 'key.fields-prefix' needs 'value.fields-include'='EXCEPT_KEY'", refusal(kafka, table));
    }

    @Test
    void oneFormatIsGiven() {
        assertEquals(
                "options 'format' and 'value.format' say the same thing: give one of them",
                refusal(kafka, KafkaTables.raw(Map.of("value.format", "raw"))));
        assertEquals(
                "table \"events\" needs option 'format'",
                refusal(kafka, KafkaTables.of("kafka", List.of(LINE), List.of(), Map.of())));
    }

    @Test
    void startupModesAreChecked() {
        assertEquals(
                "'scan.startup.mode'='group-offsets' is not supported",
                refusal(kafka, KafkaTables.raw(Map.of("scan.startup.mode", "group-offsets"))));
        assertEquals(
                "option 'scan.startup.mode' cannot be 'first'",
                refusal(kafka, KafkaTables.raw(Map.of("scan.startup.mode", "first"))));
        assertEquals(
                "table \"events\" needs option 'scan.startup.timestamp-millis'",
                refusal(kafka, KafkaTables.raw(Map.of("scan.startup.mode", "timestamp"))));
        assertEquals(
                "option 'scan.startup.specific-offsets' has '0:3', which is not partition:NUMBER,offset:NUMBER",
                refusal(
                        kafka,
                        KafkaTables.raw(Map.of(
                                "scan.startup.mode", "specific-offsets", "scan.startup.specific-offsets", "0:3"))));
    }

    @Test
    void exactlyOnceNeedsAnEngineThatKeepsItsProgress() {
        SinkContext context = new SinkContext(Clock.system(), Limits.DEFAULT, Path.of("."), line -> {});
        LeatException error = assertThrows(
                LeatException.class,
                () -> kafka.openSink(KafkaTables.raw(Map.of("sink.delivery-guarantee", "exactly-once")), context));
        assertEquals(
                "'sink.delivery-guarantee'='exactly-once' without progress that is kept is not supported",
                error.getMessage());
    }

    @Test
    void metadataHasItsNamesAndTypes() {
        ColumnDefinition wrong = ColumnDefinition.metadata("o", DataType.BIGINT, "ofset", true);
        assertEquals(
                "Kafka records have no metadata 'ofset'",
                refusal(kafka, KafkaTables.of("kafka", List.of(LINE, wrong), List.of(), Map.of("format", "raw"))));
        ColumnDefinition text = ColumnDefinition.metadata("o", DataType.STRING, "offset", true);
        assertEquals(
                "metadata 'offset' is BIGINT NOT NULL, not STRING",
                refusal(kafka, KafkaTables.of("kafka", List.of(LINE, text), List.of(), Map.of("format", "raw"))));
    }

    @Test
    void topicsHaveNamesThatKafkaTakes() {
        assertEquals(
                "option 'topic' names 'a b', which cannot be a topic",
                refusal(kafka, KafkaTables.raw(Map.of("topic", "x;a b"))));
    }
}
