package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ticks stand in a topic exactly once, whatever happened to the process that wrote them. */
class KafkaTransactionsTest {
    private static final int PARTITIONS = 2;

    private static TableDefinition table(KafkaBroker broker, String topic) {
        try (Topics topics = new Topics(broker.address())) {
            topics.create(topic, PARTITIONS);
        }
        return KafkaFixture.lines(broker.address(), topic, Map.of());
    }

    private static TableDefinition newTable() {
        return table(KafkaBroker.shared(), KafkaFixture.newTopic("transactions"));
    }

    private static Sink open(TableDefinition table) {
        String topic = table.option("topic").orElseThrow();
        return KafkaFixture.connector("kafka")
                .openSink(table, KafkaFixture.sinkContext().withIdentity(topic));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private static ZSet lines(int from, int to) {
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.STRING), to - from);
        for (String line : numbers(from, to)) {
            builder.column(0).appendText(line);
            builder.endRow(1);
        }
        return ZSet.of(builder.build());
    }

    private static void assertContains(int from, int to, TableDefinition table) {
        String address = table.option("properties.bootstrap.servers").orElseThrow();
        try (Topics topics = new Topics(address)) {
            IntStream.range(0, PARTITIONS)
                    .forEach(number -> topics.awaitMarkers(table.option("topic").orElseThrow(), number));
        }
        List<String> found = KafkaFixture.first(KafkaFixture.readAll(table)).stream()
                .map(Integer::valueOf)
                .sorted()
                .map(String::valueOf)
                .toList();
        assertEquals(numbers(from, to), found);
    }

    @Test
    void whatAnEarlierProcessLeftUnfinishedIsNotSeenAndIsWrittenAgain() {
        TableDefinition table = newTable();
        Sink lost = open(table);
        lost.write(1, lines(0, 10));
        lost.flush(1);
        lost.write(2, lines(10, 20));
        try (Sink next = open(table)) {
            assertEquals(OptionalLong.of(1), next.lastTick());
            next.write(2, lines(10, 20));
            next.flush(2);
        }
        assertContains(0, 20, table);
        assertThrows(LeatException.class, lost::close);
    }

    @Test
    void aProcessThatWasReplacedWritesNoMoreAndSaysSo() {
        TableDefinition table = newTable();
        Sink old = open(table);
        old.write(1, lines(0, 5));
        old.flush(1);
        try (Sink next = open(table)) {
            old.write(2, lines(5, 10));
            LeatException error = assertThrows(LeatException.class, () -> old.flush(2));
            assertEquals(ErrorCode.DATABASE_IN_USE, error.code());
            assertTrue(error.getMessage().startsWith("another process has taken over writing to table"));
            next.write(2, lines(5, 8));
            next.flush(2);
        }
        assertContains(0, 8, table);
    }

    @Test
    void aProcessThatStoodStillForTooLongWritesItsTickAgain() {
        String topic = KafkaFixture.newTopic("transactions");
        table(KafkaBroker.shared(), topic);
        TableDefinition table = KafkaFixture.lines(
                KafkaBroker.shared().address(), topic, Map.of("properties.transaction.timeout.ms", "1000"));
        try (Topics topics = new Topics(KafkaBroker.shared().address());
                Sink sink = open(table)) {
            sink.write(1, lines(0, 10));
            topics.awaitAborted("leat." + topic);
            sink.write(2, lines(10, 20));
            sink.flush(2);
            sink.write(3, lines(20, 25));
            topics.awaitAborted("leat." + topic);
            sink.flush(3);
            assertEquals(OptionalLong.of(3), sink.lastTick());
        }
        assertContains(0, 25, table);
    }

    @Test
    void aProcessThatStoodStillWhileAnotherTookOverWritesNoMore() {
        String topic = KafkaFixture.newTopic("transactions");
        table(KafkaBroker.shared(), topic);
        TableDefinition table = KafkaFixture.lines(
                KafkaBroker.shared().address(), topic, Map.of("properties.transaction.timeout.ms", "1000"));
        Sink old = open(table);
        old.write(1, lines(0, 10));
        try (Topics topics = new Topics(KafkaBroker.shared().address());
                Sink next = open(table)) {
            assertEquals(OptionalLong.empty(), next.lastTick());
            next.write(1, lines(0, 8));
            topics.awaitAborted("leat." + topic);
            LeatException error = assertThrows(LeatException.class, () -> old.flush(1));
            assertEquals(ErrorCode.DATABASE_IN_USE, error.code());
            old.close();
            next.flush(1);
        }
        assertContains(0, 8, table);
    }

    @Test
    void atLeastOnceNeedsNoTransactions() {
        TableDefinition exact = newTable();
        TableDefinition table = KafkaFixture.lines(
                KafkaBroker.shared().address(),
                exact.option("topic").orElseThrow(),
                Map.of("sink.delivery-guarantee", "at-least-once"));
        for (int times = 0; times < 2; times++) {
            try (Sink sink = open(table)) {
                assertEquals(OptionalLong.empty(), sink.lastTick());
                sink.write(1, lines(times * 5, times * 5 + 5));
                sink.flush(1);
            }
        }
        assertContains(0, 10, table);
    }

    @Test
    void theLastTickIsFoundInTheTopicWhenTheBrokerHasForgottenItsOffsets() {
        TableDefinition table = newTable();
        String topic = table.option("topic").orElseThrow();
        try (Sink sink = open(table)) {
            sink.write(41, lines(0, 400));
            sink.flush(41);
            sink.write(42, lines(400, 401));
            sink.flush(42);
        }
        try (Topics topics = new Topics(KafkaBroker.shared().address())) {
            topics.forgetOffsets("leat." + topic, topic);
            topics.send(topic, 0, numbers(401, 650));
            topics.send(topic, 1, numbers(650, 900));
        }
        try (Sink sink = open(table)) {
            assertEquals(OptionalLong.of(42), sink.lastTick());
        }
        assertContains(0, 900, table);
    }

    @Test
    void aTickThatWasNotWrittenWholeIsNotSeen() {
        TableDefinition table = newTable();
        ZSet retraction = lines(10, 20).negate();
        Sink sink = open(table);
        sink.write(1, lines(0, 10));
        sink.flush(1);
        assertThrows(LeatException.class, () -> sink.write(2, lines(10, 20).plus(retraction)));
        sink.close();
        assertContains(0, 10, table);
    }

    @Test
    void whatIsWrittenWhileTheBrokerIsAwayArrivesOnceWhenItIsBack() {
        try (KafkaBroker broker = KafkaBroker.start(0)) {
            TableDefinition table = table(broker, "out");
            try (Sink sink = open(table)) {
                sink.write(1, lines(0, 100));
                sink.flush(1);
                sink.write(2, lines(100, 150));
                broker.stop();
                CompletableFuture<Void> written = CompletableFuture.runAsync(() -> {
                    sink.write(3, lines(150, 200));
                    sink.flush(3);
                });
                broker.start();
                written.join();
                assertEquals(OptionalLong.of(3), sink.lastTick());
            }
            assertContains(0, 200, table);
        }
    }
}
