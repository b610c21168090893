package io.leat.tests.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leat.core.batch.ChunkBuilder;
import io.leat.core.batch.ZSet;
import io.leat.core.connector.Sink;
import io.leat.core.connector.TableDefinition;
import io.leat.core.type.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The broker gets what a sink says, and its answers are lost at any moment of a commit: each row is there once. */
class KafkaSilenceTest {
    private static final int PARTITIONS = 2;
    private static final int TICKS = 24;
    private static final int ROWS = 10;
    private static final int CRASH_EVERY = 3;
    private static final int MOMENT_NANOS_MAX = 25_000_000;
    private static final long SILENCE_NANOS = 300_000_000;

    private final Random random = new Random(7);

    @Test
    void rowsAreThereOnceWhenAnswersAreLost() {
        try (FaultProxy proxy = new FaultProxy();
                KafkaBroker broker = KafkaBroker.startBehind(proxy.port())) {
            proxy.start(
                    Integer.parseInt(broker.address().substring(broker.address().indexOf(':') + 1)));
            TableDefinition table = KafkaFixture.lines(
                    "127.0.0.1:" + proxy.port(), "out", Map.of("properties.request.timeout.ms", "2000"));
            try (Topics topics = new Topics(broker.address())) {
                topics.create("out", PARTITIONS);
                write(table, proxy);
                IntStream.range(0, PARTITIONS).forEach(number -> topics.awaitMarkers("out", number));
            }
            List<Integer> found = KafkaFixture.first(KafkaFixture.readAll(table)).stream()
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
            assertEquals(IntStream.range(0, TICKS * ROWS).boxed().toList(), found);
        }
    }

    /** Every third time the process counts as gone, and another one goes on while the old one still tries. */
    private void write(TableDefinition table, FaultProxy proxy) {
        Sink sink = open(table);
        for (int tick = 0; tick < TICKS; tick++) {
            sink.write(tick, rows(tick));
            CompletableFuture<Void> flushed = flushInSilence(sink, tick, proxy);
            if (tick % CRASH_EVERY == 0) {
                Sink next = goOn(table, tick);
                Optional<Throwable> reason = flushed.handle((done, failure) -> Optional.ofNullable(failure))
                        .join();
                reason.ifPresent(failure -> assertTrue(
                        failure.getCause().getMessage().startsWith("another process has taken over"),
                        failure::toString));
                sink.abort();
                sink = next;
            } else {
                flushed.join();
            }
            assertEquals(OptionalLong.of(tick), sink.lastTick());
        }
        sink.close();
    }

    private CompletableFuture<Void> flushInSilence(Sink sink, int tick, FaultProxy proxy) {
        CompletableFuture<Void> flushed = CompletableFuture.runAsync(() -> sink.flush(tick));
        LockSupport.parkNanos(random.nextInt(MOMENT_NANOS_MAX));
        proxy.fallSilent();
        LockSupport.parkNanos(SILENCE_NANOS);
        proxy.cutAndGoOn();
        return flushed;
    }

    private static Sink goOn(TableDefinition table, int tick) {
        Sink next = open(table);
        if (next.lastTick().orElse(-1) < tick) {
            assertEquals(tick - 1, next.lastTick().orElse(-1));
            next.write(tick, rows(tick));
            next.flush(tick);
        }
        return next;
    }

    private static Sink open(TableDefinition table) {
        return KafkaFixture.connector("kafka")
                .openSink(table, KafkaFixture.sinkContext().withIdentity("silence"));
    }

    private static ZSet rows(int tick) {
        ChunkBuilder builder = new ChunkBuilder(List.of(DataType.STRING), ROWS);
        for (int i = 0; i < ROWS; i++) {
            builder.column(0).appendText(String.valueOf(tick * ROWS + i));
            builder.endRow(1);
        }
        return ZSet.of(builder.build());
    }
}
