package io.leat.tests.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes topics and puts records into them, by the plain Kafka client. */
public final class Topics implements AutoCloseable {
    private final String address;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Works on the broker at an address. */
    public Topics(String address) {
        this.address = address;
        this.admin = Admin.create(Map.of("bootstrap.servers", address));
        this.producer = new KafkaProducer<>(settings(address));
    }

    private static Map<String, Object> settings(String address) {
        return Map.of(
                "bootstrap.servers",
                address,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "max.block.ms",
                10_000,
                "linger.ms",
                5,
                "retry.backoff.ms",
                5);
    }

    /** Makes a topic. */
    public void create(String topic, int partitions) {
        create(topic, partitions, Map.of());
    }

    /** Makes a topic with settings of its own. */
    public void create(String topic, int partitions, Map<String, String> settings) {
        done(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                .all());
    }

    /** Lets a topic have more partitions. */
    public void grow(String topic, int partitions) {
        done(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                .all());
    }

    /** Deletes the records before an offset, as retention does. */
    public void deleteBefore(String topic, int partition, long offset) {
        done(admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset)))
                .all());
    }

    /** Forgets what a group has committed, as the broker does after some days. */
    public void forgetOffsets(String group, String topic) {
        done(admin.deleteConsumerGroupOffsets(group, Set.of(new TopicPartition(topic, 0)))
                .all());
    }

    /** The offsets that a group has committed. */
    public Map<TopicPartition, Long> offsets(String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        done(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> offsets.put(partition, committed.offset()));
        return offsets;
    }

    /** Sends texts as values to a partition and waits until they are there. */
    public void send(String topic, int partition, List<String> values) {
        for (String value : values) {
            send(new ProducerRecord<>(topic, partition, null, bytes(value)));
        }
        flush();
    }

    /** Sends one record; {@link #flush} waits for it. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        check();
        producer.send(record, (place, problem) -> failure.compareAndSet(null, problem));
    }

    /** Waits until all that was sent is there. */
    public void flush() {
        producer.flush();
        check();
    }

    private void check() {
        if (failure.get() != null) {
            throw new IllegalStateException("records could not be sent to " + address, failure.get());
        }
    }

    /** Sends texts to a partition in a transaction that is committed or aborted, and waits until readers know. */
    public void transaction(String topic, int partition, List<String> values, boolean commit) {
        Map<String, Object> settings = new HashMap<>(settings(address));
        settings.put("transactional.id", topic + "-transactions");
        try (KafkaProducer<byte[], byte[]> transactional = new KafkaProducer<>(settings)) {
            transactional.initTransactions();
            transactional.beginTransaction();
            values.forEach(value -> transactional.send(new ProducerRecord<>(topic, partition, null, bytes(value))));
            transactional.flush();
            if (commit) {
                transactional.commitTransaction();
            } else {
                transactional.abortTransaction();
            }
        }
        awaitMarkers(topic, partition);
    }

    /** Waits until readers know how the transactions that have ended in a partition ended. None may be open there. */
    public void awaitMarkers(String topic, int partition) {
        TopicPartition written = new TopicPartition(topic, partition);
        while (end(written, IsolationLevel.READ_COMMITTED) < end(written, IsolationLevel.READ_UNCOMMITTED)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Waits until the broker has given up the open transaction of a process that stands still. */
    public void awaitAborted(String transactionalId) {
        while (done(admin.describeTransactions(List.of(transactionalId)).description(transactionalId))
                        .state()
                != TransactionState.COMPLETE_ABORT) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The broker writes the marker of a transaction after it has answered; until then readers end before it. */
    private long end(TopicPartition partition, IsolationLevel level) {
        Map<TopicPartition, OffsetSpec> latest = Map.of(partition, OffsetSpec.latest());
        return done(admin.listOffsets(latest, new ListOffsetsOptions(level)).partitionResult(partition))
                .offset();
    }

    /** A text as UTF-8; null stays null. */
    public static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T done(KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ZERO);
    }
}
