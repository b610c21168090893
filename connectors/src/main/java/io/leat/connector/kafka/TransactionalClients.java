package io.leat.connector.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The Kafka clients of a sink that has an identity: the same one after every restart. */
final class TransactionalClients {
    /** Back-to-back transactions wait that long for each other; the client's own 100 ms would be felt at every commit. */
    private static final String RETRY_BACKOFF_MILLIS = "5";

    private static final String TRANSACTION_TIMEOUT_MILLIS = "60000";

    private final KafkaTable table;
    private final String identity;

    TransactionalClients(KafkaTable table, String identity) {
        this.table = table;
        this.identity = identity;
    }

    /** The transactional id, and the consumer group whose offsets carry the last tick. */
    String id() {
        return "leat." + identity;
    }

    /** How long one step may take before its outcome counts as unknown. */
    Duration patience() {
        return Duration.ofMillis(
                Long.parseLong(String.valueOf(table.clients().producer().get(ProducerConfig.MAX_BLOCK_MS_CONFIG))));
    }

    /** A producer that can find out about topics, and is to begin with {@link Producer#initTransactions}. */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(table.clients().producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id());
        settings.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MILLIS);
        settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
        return new KafkaProducer<>(settings);
    }

    /** A consumer that sees only what is committed, and knows the group. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(table.clients().consumer(java.util.Optional.empty()));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, id());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(settings);
    }
}
