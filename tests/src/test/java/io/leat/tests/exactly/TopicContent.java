package io.leat.tests.exactly;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The committed records of a topic, as far as they have been read. */
final class TopicContent implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final List<TopicPartition> partitions;
    private final Consumer<byte[], byte[]> consumer;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A record.
     *
     * @param key empty without one
     * @param value null for a deletion
     * @param tick the tick that wrote it; -1 if it does not say
     */
    record Entry(int partition, String key, String value, long tick) {}

    TopicContent(String address, String topic) {
        partitions = IntStream.range(0, Feeder.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                address,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many offsets of the topic are committed; markers of transactions count too. */
    long committed() {
        return consumer.endOffsets(partitions, TIMEOUT).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Reads what has come since the last time. */
    TopicContent readOn() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, TIMEOUT);
        while (partitions.stream().anyMatch(one -> consumer.position(one, TIMEOUT) < ends.get(one))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                Header tick = record.headers().lastHeader("leat.tick");
                long number = tick == null ? -1 : Long.parseLong(text(tick.value()));
                String key = record.key() == null ? "" : text(record.key());
                entries.add(new Entry(record.partition(), key, text(record.value()), number));
            }
        }
        return this;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** What has been read, in order within each partition. */
    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
