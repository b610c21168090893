package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a sink when its broker goes away. */
class KafkaSinkLifeTest {
    private KafkaBroker broker;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(0);
        try (Topics topics = new Topics(broker.address())) {
            topics.create("out", 1);
        }
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private TableDefinition table(Map<String, String> more) {
        return KafkaFixture.lines(broker.address(), "out", more);
    }

    private static Sink open(TableDefinition table) {
        return KafkaFixture.connector("kafka").openSink(table, KafkaFixture.sinkContext());
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static ZSet lines(List<String> lines) {
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.STRING), lines.size());
        for (String line : lines) {
            builder.column(0).appendText(line);
            builder.endRow(1);
        }
        return ZSet.of(builder.build());
    }

    @Test
    void whatIsWrittenWhileTheBrokerIsAwayArrivesOnceWhenItIsBack() {
        TableDefinition table = table(Map.of(
                "properties.max.block.ms", "120000",
                "properties.delivery.timeout.ms", "120000"));
        try (Sink sink = open(table)) {
            sink.write(1, lines(numbers(0, 100)));
            sink.flush(1);
            broker.stop();
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
                sink.write(2, lines(numbers(100, 200)));
                sink.flush(2);
            });
            broker.start();
            written.join();
        }
        assertEquals(numbers(0, 200), KafkaFixture.first(KafkaFixture.readAll(table)));
    }

    @Test
    void aBrokerThatStaysAwayIsAnErrorInTheEnd() {
        TableDefinition table = table(Map.of(
                "properties.delivery.timeout.ms", "1500",
                "properties.request.timeout.ms", "1000"));
        Sink sink = open(table);
        broker.stop();
        sink.write(1, lines(List.of("lost")));
        LeatException error = assertThrows(LeatException.class, () -> sink.flush(1));
        assertEquals(ErrorCode.CONNECTION, error.code());
        assertEquals("Kafka at " + broker.address() + " took no records for too long", error.getMessage());
        assertThrows(LeatException.class, sink::close);
    }
}
