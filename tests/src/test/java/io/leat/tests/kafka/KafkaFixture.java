package io.leat.tests.kafka;

import io.leat.connector.contract.CollectingRows;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.Connector;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.SinkContext;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.limit.Limits;
import io.leat.core.time.Clock;
import io.leat.core.type.DataType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Tables over a broker, and sources and sinks on them as an engine would use them. */
final class KafkaFixture {
    static final ColumnDefinition ID = ColumnDefinition.physical("id", DataType.STRING);
    static final ColumnDefinition LINE = ColumnDefinition.physical("line", DataType.STRING);

    private static final Clock CLOCK = Clock.system();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(60).toNanos();
    private static final AtomicInteger TOPICS = new AtomicInteger();

    private KafkaFixture() {}

    /** A name that no other topic has. */
    static String newTopic(String beginning) {
        return beginning + "." + TOPICS.incrementAndGet();
    }

    /** The connector of that name. */
    static Connector connector(String name) {
        return ServiceLoader.load(Connector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(connector -> connector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A table of lines, format raw. */
    static TableDefinition lines(String address, String topic, Map<String, String> more) {
        Map<String, String> options = new HashMap<>(more);
        options.put("format", "raw");
        return table("kafka", address, topic, List.of(LINE), List.of(), options);
    }

    /** Any table. */
    static TableDefinition table(
            String connector,
            String address,
            String topic,
            List<ColumnDefinition> columns,
            List<Integer> primaryKey,
            Map<String, String> more) {
        Map<String, String> options = new HashMap<>();
        options.put("connector", connector);
        options.put("topic", topic);
        options.put("properties.bootstrap.servers", address);
        options.putAll(more);
        return new TableDefinition("events", columns, primaryKey, Optional.empty(), options);
    }

    /** Opens a source. */
    static Source open(TableDefinition table, SourceRange range) {
        return connector(table.connector().orElseThrow()).openSource(table, range, sourceContext());
    }

    /** What a source may use. */
    static SourceContext sourceContext() {
        return new SourceContext(CLOCK, Limits.DEFAULT, Path.of("."));
    }

    /** What a sink may use. */
    static SinkContext sinkContext() {
        return new SinkContext(CLOCK, Limits.DEFAULT, Path.of("."), line -> {});
    }

    /** Polls until something holds. */
    static void pollUntil(Source source, CollectingRows rows, BooleanSupplier enough) {
        long deadline = CLOCK.nanos() + PATIENCE_NANOS;
        while (!enough.getAsBoolean()) {
            if (CLOCK.nanos() > deadline) {
                throw new AssertionError("waited in vain; rows so far: " + rows.rows());
            }
            if (source.poll(rows, 100) == PollStatus.IDLE) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** Polls until everything that was there at the call has been read. */
    static CollectingRows readToEnd(Source source, TableDefinition table) {
        CollectingRows rows = new CollectingRows(table);
        var end = source.end();
        pollUntil(source, rows, () -> source.position().hasReached(end));
        return rows;
    }

    /** The first column of all rows, as text. */
    static List<String> first(CollectingRows rows) {
        return rows.values().stream()
                .map(values -> String.valueOf(values.get(0)))
                .toList();
    }

    /** Opens a table where its options say, reads to the end and closes. */
    static CollectingRows readAll(TableDefinition table) {
        try (Source source = open(table, SourceRange.ALL)) {
            return readToEnd(source, table);
        }
    }

    /** Opens a range that ends, reads until the source says so, and closes. */
    static CollectingRows readFinished(TableDefinition table, SourceRange range) {
        try (Source source = open(table, range)) {
            CollectingRows rows = new CollectingRows(table);
            pollUntil(source, rows, () -> source.poll(rows, 7) == PollStatus.FINISHED);
            return rows;
        }
    }
}
