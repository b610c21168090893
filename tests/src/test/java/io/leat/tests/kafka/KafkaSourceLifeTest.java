package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leat.connector.contract.CollectingRows;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens around a source while it reads. */
class KafkaSourceLifeTest {
    private KafkaBroker broker;
    private Topics topics;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(0);
        topics = new Topics(broker.address());
    }

    @AfterEach
    void stop() {
        topics.close();
        broker.close();
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    @Test
    void aBrokerThatIsRestartedIsWaitedForAndNothingIsLostOrReadTwice() {
        topics.create("restarted", 1);
        topics.send("restarted", 0, numbers(0, 1_000));
        TableDefinition table = KafkaFixture.lines(broker.address(), "restarted", Map.of());
        try (Source source = KafkaFixture.open(table, SourceRange.ALL)) {
            CollectingRows rows = new CollectingRows(table);
            KafkaFixture.pollUntil(source, rows, () -> rows.rows().size() >= 500);
            broker.stop();
            int idle = 0;
            while (idle < 100) {
                idle += source.poll(rows, 100) == PollStatus.IDLE ? 1 : 0;
            }
            assertEquals(1_000, rows.rows().size());
            broker.start();
            topics.send("restarted", 0, numbers(1_000, 2_000));
            KafkaFixture.pollUntil(source, rows, () -> rows.rows().size() >= 2_000);
            assertEquals(numbers(0, 2_000), KafkaFixture.first(rows));
            assertEquals(2_000, source.position().offset("restarted-0"));
        }
    }

    @Test
    void aPartitionThatIsAddedIsFoundAndReadFromItsBeginning() {
        topics.create("growing", 1);
        topics.send("growing", 0, List.of("a"));
        TableDefinition table = KafkaFixture.lines(
                broker.address(), "growing", Map.of("scan.topic-partition-discovery.interval", "200 ms"));
        try (Source source = KafkaFixture.open(table, SourceRange.ALL)) {
            CollectingRows rows = KafkaFixture.readToEnd(source, table);
            topics.grow("growing", 3);
            topics.send("growing", 2, List.of("b"));
            KafkaFixture.pollUntil(source, rows, () -> rows.rows().size() == 2);
            assertEquals(List.of("growing-0", "growing-1", "growing-2"), source.partitions());
            assertEquals(2, rows.rows().get(1).partition());
            assertEquals(
                    Map.of("growing-0", 1L, "growing-1", 0L, "growing-2", 1L),
                    source.position().offsets());
        }
    }

    @Test
    void abortedTransactionsAreNeverSeenAndEndsBehindThemAreReached() {
        topics.create("transactions", 1);
        topics.transaction("transactions", 0, List.of("a", "b"), true);
        topics.transaction("transactions", 0, List.of("no", "never"), false);
        topics.transaction("transactions", 0, List.of("c"), true);
        topics.transaction("transactions", 0, List.of("nor this"), false);
        TableDefinition table = KafkaFixture.lines(broker.address(), "transactions", Map.of());
        try (Source source = KafkaFixture.open(table, SourceRange.ALL)) {
            Position end = source.end();
            assertEquals(10, end.offset("transactions-0"));
            assertEquals(List.of("a", "b", "c"), KafkaFixture.first(KafkaFixture.readToEnd(source, table)));
            assertEquals(end, source.position());
        }
        for (long until = 1; until <= 10; until++) {
            assertEquals(prefix(until), rowsUntil(table, until), "until " + until);
        }
    }

    /** Offsets: a 0, b 1, marker 2, aborted 3 and 4, marker 5, c 6, marker 7, aborted 8, marker 9. */
    private static List<String> prefix(long until) {
        List<String> rows = new ArrayList<>(List.of("a"));
        if (until > 1) {
            rows.add("b");
        }
        if (until > 6) {
            rows.add("c");
        }
        return rows;
    }

    private static List<String> rowsUntil(TableDefinition table, long until) {
        Position position = Position.of(Map.of("transactions-0", until));
        SourceRange range = new SourceRange(Optional.empty(), Optional.of(position));
        return KafkaFixture.first(KafkaFixture.readFinished(table, range));
    }
}
